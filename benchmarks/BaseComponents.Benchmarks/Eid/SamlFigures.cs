using System.Reflection;
using BaseComponents.Tests.Contracts.Eid.Saml;

namespace BaseComponents.Benchmarks.Eid;

/// <summary>What it costs to check an answer of BundID: beside its bare cryptography, and beside node-saml on the same octets.</summary>
internal static class SamlFigures
{
    // What the state's rules for cryptography demand (3000 bits at least); and the smallest key that is accepted, where all but the cryptography weighs most.
    private const int UsualKey = 3072;
    private const int SmallestKey = 2048;

    public static async Task RunAsync(Measurement measurement, bool quick)
    {
        var (message, smallest) = (new BundIdMessage(UsualKey), new BundIdMessage(SmallestKey));
        var (read, bare, ratio) = SamlTimes.Of(message, quick);
        Measurement.Report("eid.saml.message", message.Octets.Length, "B");
        Measurement.Report("eid.saml.validate_us", read, "us");
        Measurement.Report("eid.saml.crypto_us", bare, "us");
        Measurement.Report("eid.saml.vs_crypto", ratio, "x");
        Measurement.Report("eid.saml.vs_crypto_rsa2048", SamlTimes.Of(smallest, quick).Ratio, "x");
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
        Measurement.Report("eid.saml.vs_node_saml", micros / read, "x");
    }
}
