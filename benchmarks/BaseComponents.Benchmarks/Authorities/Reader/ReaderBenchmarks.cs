using System.Globalization;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Benchmarks.Authorities.Reader;

/// <summary>Started by the area <c>authorities</c>: a process that opens a snapshot and looks up, to see what memory that takes.</summary>
internal static class ReaderBenchmarks
{
    private const int LookUps = 100_000;

    public static Task RunAsync(bool quick)
    {
        var file = Environment.GetEnvironmentVariable("AUTHORITIES_SNAPSHOT") ?? throw new InvalidOperationException("This area is started by the area authorities.");
        var germany = new Germany();
        var municipalities = germany.Municipalities;
        using var snapshot = AuthoritySnapshot.Open(file, [Environment.GetEnvironmentVariable("AUTHORITIES_KEY")!]);
        var hits = 0;
        for (var number = 0; number < LookUps; number++)
            hits += snapshot.TryFind(germany.Services[germany.AnyService()], germany.AnyMunicipality(municipalities), out _) ? 1 : 0;
        if (hits == 0)
            throw new InvalidOperationException("Nobody was found.");
        Measurement.Report("authorities.snapshot.rss_mb_after_100k", Kilobytes("VmRSS:") / 1000.0, "MB");
        Measurement.Report("authorities.snapshot.own_mb_after_100k", Kilobytes("RssAnon:") / 1000.0, "MB");
        return Task.CompletedTask;
    }

    private static long Kilobytes(string name) =>
        long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).AsSpan(name.Length).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) * 1024 / 1000;
}
