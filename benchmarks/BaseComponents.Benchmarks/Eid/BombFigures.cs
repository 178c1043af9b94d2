using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Benchmarks.Eid;

/// <summary>Messages made to eat the reader: how long, and with how much memory, until they are refused.</summary>
internal static class BombFigures
{
    private const int Repetitions = 20;

    private static readonly Dictionary<string, Func<byte[]>> Bombs = new()
    {
        ["30mb"] = () => Utf8("<a>" + new string('x', 30_000_000) + "</a>"),
        ["attributes"] = () => Utf8($"<a {string.Concat(Enumerable.Range(0, 10_000).Select(i => $"a{i}='1' "))}/>"),
        ["namespaces"] = () => Utf8($"<a {string.Concat(Enumerable.Range(0, 6_000).Select(i => $"xmlns:a{i}='urn:{i}' "))}/>"),
        ["depth"] = () => Utf8(string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000))),
        ["elements"] = () => Utf8("<a>" + string.Concat(Enumerable.Repeat("<b/>", 60_000)) + "</a>"),
        ["entities"] = () => Utf8("<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><a>&c;</a>"),
        ["deflated"] = Deflated,
        ["saml_attributes"] = () => Utf8(Answers.SignedAssertion(new ForgedResponse { Attributes = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"<saml:Attribute Name=\"a{i}\"/>")) }).OuterXml),
    };

    public static void Run()
    {
        var slowest = 0.0;
        foreach (var (name, make) in Bombs)
        {
            var (milliseconds, bytes) = Measure(make());
            slowest = Math.Max(slowest, milliseconds);
            Measurement.Report($"eid.bomb.{name}.ms", milliseconds, "ms");
            Measurement.Report($"eid.bomb.{name}.alloc_kb", bytes / 1024.0, "KB");
        }

        Measurement.Report("eid.bomb.slowest_ms", slowest, "ms");
    }

    private static (double Milliseconds, long Bytes) Measure(byte[] bomb)
    {
        var times = new List<double>();
        var allocated = 0L;
        for (var i = 0; i < Repetitions; i++)
        {
            var (before, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
            if (Parties.Reader.Read(bomb, Parties.Expectation) is not SamlAnswer.Refused)
                throw new InvalidOperationException("A bomb was not refused: there is nothing to measure.");
            times.Add(watch.Elapsed.TotalMilliseconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return (times.Order().ElementAt(Repetitions / 2), allocated);
    }

    // 100 MB of blanks that take 100 KB: answers come by form and are never inflated.
    private static byte[] Deflated()
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 100; i++)
                deflate.Write(new byte[1_000_000]);
        return packed.ToArray()[..Math.Min((int)packed.Length, SamlResponseReader.LargestResponse)];
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
