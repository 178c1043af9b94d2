extern alias authorities;

using System.Diagnostics;
using System.Globalization;
using System.Xml;
using authorities::BaseComponents.Authorities;
using authorities::BaseComponents.Authorities.Wire;
using BaseComponents.Tests.Authorities.Support;

namespace BaseComponents.Tests.Fuzz.Authorities;

/// <summary>
/// Writes and reads whole deliveries in a process of its own, for the benchmark: <c>write MEGABYTES FILE</c>, <c>speed FILE ROUNDS</c> beside the
/// platform's own reader, <c>memory FILE NAME</c> once.
/// </summary>
internal static class DeliveryRuns
{
    private const int Warmups = 2;

    public static async Task<int> RunAsync(string[] arguments)
    {
        switch (arguments)
        {
            case ["write", var megabytes, var file]:
                await using (var stream = File.Create(file))
                    new DeliveryGenerator(DeliveryVersion.V22, seed: 1).Write(stream, long.Parse(megabytes, CultureInfo.InvariantCulture) * 1_000_000);
                return 0;
            case ["speed", var file, var rounds]:
                await SpeedAsync(file, int.Parse(rounds, CultureInfo.InvariantCulture));
                return 0;
            case ["memory", var file, var name]:
                await ReadAsync(file);
                Report($"authorities.xzufi.{name}", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, "MB");
                return 0;
            default:
                return 2;
        }
    }

    // Both take turns, so that a busy moment hits both.
    private static async Task SpeedAsync(string file, int rounds)
    {
        var (ours, ratios, processor, values) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = -Warmups; round < rounds; round++)
        {
            var bare = await SecondsAsync(() => ReadBareAsync(file));
            var own = await SecondsAsync(() => ReadAsync(file));
            var taken = await SecondsAsync(() => ReadValuesAsync(file));
            if (round < 0)
                continue;
            ours.Add(own.Clock);
            ratios.Add(bare.Clock / own.Clock);
            processor.Add(bare.Processor / own.Processor);
            values.Add(taken.Processor / own.Processor);
        }

        var megabytes = new FileInfo(file).Length / 1e6;
        Report("authorities.xzufi.mb_per_s", megabytes / Median(ours), "MB/s");
        Report("authorities.xzufi.vs_xmlreader", Median(ratios), "");
        Report("authorities.xzufi.vs_xmlreader_cpu", Median(processor), "");
        Report("authorities.xzufi.vs_xmlreader_values_cpu", Median(values), "");
    }

    // By the clock, and by the processor time of all threads: on a busy machine the clock says little.
    private static async Task<(double Clock, double Processor)> SecondsAsync(Func<Task> work)
    {
        var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds);
    }

    private static async Task ReadBareAsync(string file)
    {
        await using var stream = Open(file);
        using var reader = Bare(stream);
        while (reader.Read())
        {
        }
    }

    // What any use of the platform's reader costs: every text and attribute is handed out as a string, and forgotten.
    private static async Task ReadValuesAsync(string file)
    {
        await using var stream = Open(file);
        using var reader = Bare(stream);
        var characters = 0L;
        while (reader.Read())
        {
            characters += reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? reader.Value.Length : reader.LocalName.Length;
            while (reader.MoveToNextAttribute())
                characters += reader.Value.Length;
        }

        if (characters == 0)
            throw new InvalidOperationException("Nothing was read: the figure does not count.");
    }

    private static XmlReader Bare(Stream stream) => XmlReader.Create(
        stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true });

    private static async Task ReadAsync(string file)
    {
        var sink = new CountingSink();
        await using var stream = Open(file);
        await new XzufiReader(sink, new XzufiNames(), long.MaxValue).ReadAsync(stream, CancellationToken.None);
        if (sink.Competences == 0 || sink.Problems > 0)
            throw new InvalidOperationException($"{sink.Competences} competences and {sink.Problems} problems: the figure does not count.");
    }

    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Report(string name, double value, string unit) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"RESULT {name} {value:0.####} {unit}"));

    private sealed class CountingSink : IXzufiSink
    {
        public long Competences { get; private set; }

        public long Problems { get; private set; }

        public void Stamp(MessageStamp stamp)
        {
        }

        public void Write(XzufiService service)
        {
        }

        public void Write(XzufiUnit unit) => Competences += unit.Competences.Count;

        public void Write(XzufiCompetence competence) => Competences++;

        public void Write(XzufiOnlineService onlineService)
        {
        }

        public void Delete(string kind, OfficeId id)
        {
        }

        public void Report(string element, string id, string problem) => Problems++;
    }
}
