using System.Diagnostics;
using System.Security.Cryptography;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Benchmarks.Authorities;

/// <summary>All of Germany in one file: how large it is, how long it takes to open, and how long a look-up takes, beside SQLite.</summary>
internal static class SnapshotFigures
{
    public static async Task RunAsync(Measurement measurement)
    {
        var folder = Directory.CreateTempSubdirectory("germany-");
        try
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var (germany, file) = (new Germany(), Path.Combine(folder.FullName, "germany.snapshot"));
            var rows = germany.Rows().ToArray();
            var started = Stopwatch.GetTimestamp();
            await germany.Draft(rows).WriteAsync(file, key);
            Measurement.Report("authorities.snapshot.build_s", Stopwatch.GetElapsedTime(started).TotalSeconds, "s");
            GC.Collect();
            await OpenAsync(file, key, measurement);
            await ReaderAsync(file, key);
            using var snapshot = AuthoritySnapshot.Open(file, [key.ExportSubjectPublicKeyInfoPem()]);
            var questions = LookUpFigures.Report(snapshot, germany);
            Array.Sort(rows, static (one, other) => (one.Service, one.Area, one.Unit, one.Role, one.Period).CompareTo((other.Service, other.Area, other.Unit, other.Role, other.Period)));
            VersusSqlite(snapshot, germany, rows, questions, Path.Combine(folder.FullName, "germany.db"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task OpenAsync(string file, ECDsa key, Measurement measurement)
    {
        string[] keys = [key.ExportSubjectPublicKeyInfoPem()];
        var seconds = await (measurement with { Repetitions = 11 }).SecondsAsync(() => AuthoritySnapshot.Open(file, keys).Dispose());
        Measurement.Report("authorities.snapshot.open_ms", seconds * 1000, "ms");
        var before = Environment.CpuUsage.TotalTime;
        for (var opened = 0; opened < 10; opened++)
            AuthoritySnapshot.Open(file, keys).Dispose();
        Measurement.Report("authorities.snapshot.open_cpu_ms", (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / 10, "ms");
        Measurement.Report("authorities.snapshot.file_mb", new FileInfo(file).Length / 1e6, "MB");
        using var snapshot = AuthoritySnapshot.Open(file, keys);
        Measurement.Report("authorities.snapshot.competences", snapshot.Info.Competences, "");
        Measurement.Report("authorities.snapshot.bytes_per_competence", IndexSize.Of(file) / (double)snapshot.Info.Competences, "B");
    }

    // In a process of its own, which does nothing else.
    private static async Task ReaderAsync(string file, ECDsa key)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(SnapshotFigures).Assembly.Location, "authorities.reader"] : ["authorities.reader"]);
        start.Environment["AUTHORITIES_SNAPSHOT"] = file;
        start.Environment["AUTHORITIES_KEY"] = key.ExportSubjectPublicKeyInfoPem();
        using var reader = Process.Start(start)!;
        await reader.WaitForExitAsync();
        if (reader.ExitCode != 0)
            throw new InvalidOperationException("The reader failed.");
    }

    // By the time of the processor, which other work on the machine does not lengthen as it does that of the clock.
    private static void VersusSqlite(AuthoritySnapshot snapshot, Germany germany, Row[] rows, (int Service, RegionKey Place)[] questions, string file)
    {
        using var peer = new SqlitePeer(file, germany);
        peer.Fill(rows);
        var day = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime).DayNumber;
        var some = questions[..20_000];
        Compare(snapshot, germany, peer, some, day);
        var turns = Enumerable.Range(0, 5).Select(_ => (
            Ours: ProcessorSeconds(() => Ask(snapshot, germany, questions)) / questions.Length,
            Peer: ProcessorSeconds(() => some.Sum(question => peer.Find(question.Service, question.Place, day))) / some.Length)).ToList();
        Measurement.Report("authorities.resolve.cpu_ns", Median(turns.Select(turn => turn.Ours)) * 1e9, "ns");
        Measurement.Report("authorities.resolve.sqlite_us", Median(turns.Select(turn => turn.Peer)) * 1e6, "us");
        Measurement.Report("authorities.resolve.vs_sqlite", Median(turns.Select(turn => turn.Peer / turn.Ours)), "");
        MemoryLimit.Report(questions.Length);
    }

    private static double ProcessorSeconds(Func<int> ask)
    {
        var before = Environment.CpuUsage.TotalTime;
        return ask() > 0 ? (Environment.CpuUsage.TotalTime - before).TotalSeconds : throw new InvalidOperationException("Nobody was found.");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var ordered ? ordered[ordered.Length / 2] : 0;

    private static int Ask(AuthoritySnapshot snapshot, Germany germany, (int Service, RegionKey Place)[] questions)
    {
        var units = 0;
        foreach (var (service, place) in questions)
            units += snapshot.TryFind(germany.Services[service], place, out var found) ? found.Count : 0;
        return units;
    }

    // A figure counts only where both give the same answers.
    private static void Compare(AuthoritySnapshot snapshot, Germany germany, SqlitePeer peer, (int Service, RegionKey Place)[] questions, int day)
    {
        foreach (var (service, place) in questions)
        {
            var ours = snapshot.TryFind(germany.Services[service], place, out var found) ? found.Count : 0;
            if (ours != peer.Find(service, place, day))
                throw new InvalidOperationException($"SQLite has another answer for {germany.Services[service]} at {place}.");
        }
    }
}
