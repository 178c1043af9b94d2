using System.Reflection;
using BaseComponents.Tests.Contracts.Eid.Saml;

namespace BaseComponents.Benchmarks.Eid;

/// <summary>What it costs to check an answer of BundID: beside its bare cryptography, and beside node-saml on the same octets.</summary>
internal static class SamlFigures
{
    private const int PerBatch = 200;

    public static async Task RunAsync(Measurement measurement, bool quick)
    {
        var message = new BundIdMessage();
        var cryptography = new BareCryptography(message.Octets);
        // Both are warm before either is measured, and they take turns, so that a busy moment hits both.
        var rounds = new List<(double Read, double Bare)>();
        await Interleaved(message, cryptography, measurement);
        for (var repetition = 0; repetition < (quick ? 7 : 21); repetition++)
            rounds.Add(await Interleaved(message, cryptography, measurement));
        var (read, bare, ratio) = (Median(rounds.Select(round => round.Read)), Median(rounds.Select(round => round.Bare)), Median(rounds.Select(round => round.Read / round.Bare)));

        Measurement.Report("eid.saml.message", message.Octets.Length, "B");
        Measurement.Report("eid.saml.validate_us", read * 1e6, "us");
        Measurement.Report("eid.saml.crypto_us", bare * 1e6, "us");
        Measurement.Report("eid.saml.vs_crypto", ratio, "x");
        Measurement.Report("eid.saml.alloc_kb", measurement.AllocatedBytes(() => message.Reader.Read(message.Octets, message.Expectation)) / 1024.0, "KB");
        await NodeAsync(message, read, quick);
    }

    private static async Task NodeAsync(BundIdMessage message, double read, bool quick)
    {
        var node = new NodePeer(typeof(SamlFigures).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!);
        if (node.Missing is { } missing)
        {
            Console.WriteLine($"eid.saml.vs_node_saml is not measured: {missing}");
            return;
        }

        var result = (await node.RunAsync(message.Job(warmups: 5, batches: quick ? 7 : 21, perBatch: 50)))[0];
        var micros = result.Value?.GetDouble() ?? throw new InvalidOperationException($"node-saml refuses the message: {result.Error}");
        Measurement.Report("eid.saml.node_saml_us", micros, "us");
        Measurement.Report("eid.saml.vs_node_saml", micros / (read * 1e6), "x");
    }

    private static async Task<(double Read, double Bare)> Interleaved(BundIdMessage message, BareCryptography cryptography, Measurement measurement)
    {
        var once = measurement with { Warmups = 0, Repetitions = 1 };
        var read = await once.SecondsAsync(() => Repeat(() => GC.KeepAlive(message.Reader.Read(message.Octets, message.Expectation))));
        var bare = await once.SecondsAsync(() => Repeat(cryptography.Run));
        return (read / PerBatch, bare / PerBatch);
    }

    private static void Repeat(Action work)
    {
        for (var round = 0; round < PerBatch; round++)
            work();
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var ordered ? ordered[ordered.Length / 2] : 0;
}
