using System.Diagnostics;
using System.Globalization;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Benchmarks.Authorities;

/// <summary>
/// How long a municipality takes to be found among 16,000, by what people type: the name, its beginning, without umlauts, with a typing mistake or
/// two, a postal code with the name; and how long keys take to be read.
/// </summary>
internal static class RegionSearchFigures
{
    private const int Rounds = 8;
    private const int Parses = 100_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <param name="folder">An empty folder for the lists.</param>
    /// <param name="open">Opens a directory over settings.</param>
    /// <param name="measurement">How often.</param>
    public static async Task RunAsync(string folder, Func<Dictionary<string, string?>, IAuthorityDirectory> open, Measurement measurement)
    {
        var map = new SyntheticMap();
        var directory = open(map.Write(folder));
        var queries = map.Queries();
        await CheckAsync(directory, queries);
        var all = new List<double>();
        foreach (var kind in queries.GroupBy(query => query.Kind))
        {
            var times = await TimesAsync(directory, [.. kind.Select(query => query.Text)]);
            Measurement.Report($"authorities.region_search.{kind.Key}_us", times[times.Count / 2], "us");
            all.AddRange(times);
        }

        all.Sort();
        Measurement.Report("authorities.region_search.p50_us", all[all.Count / 2], "us");
        Measurement.Report("authorities.region_search.p99_us", all[all.Count * 99 / 100], "us");
        await ParseAsync(measurement);
    }

    // A figure of a search that finds nothing would be worth nothing.
    private static async Task CheckAsync(IAuthorityDirectory directory, IReadOnlyList<MapQuery> queries)
    {
        foreach (var query in queries)
        {
            var found = await directory.FindPlacesAsync(query.Text);
            if (found.All(place => place.Key != query.Wanted))
                throw new InvalidOperationException($"'{query.Text}' does not find {query.Wanted}.");
        }
    }

    private static async Task<List<double>> TimesAsync(IAuthorityDirectory directory, string[] texts)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var text in texts)
            {
                var started = Stopwatch.GetTimestamp();
                await directory.FindPlacesAsync(text);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            }
        }

        times.Sort();
        return times;
    }

    private static async Task ParseAsync(Measurement measurement)
    {
        await ReportAsync("region", measurement, () => RegionKey.TryParse("145220180180", out _));
        await ReportAsync("service", measurement, () => LeikaKey.TryParse("99102013104000", out _));
        await ReportAsync("region_utf8", measurement, () => RegionKey.TryParse("145220180180"u8, out _));
    }

    private static async Task ReportAsync(string kind, Measurement measurement, Func<bool> parse)
    {
        // The runtime compiles a method anew, and well, some time after it has been called often.
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < WarmUp;)
            parse();
        var seconds = await measurement.SecondsAsync(() =>
        {
            var read = 0;
            for (var round = 0; round < Parses; round++)
                read += parse() ? 1 : 0;
            if (read != Parses)
                throw new InvalidOperationException("A key was refused.");
        });
        Measurement.Report(string.Create(CultureInfo.InvariantCulture, $"authorities.keys.{kind}_parse_ns"), seconds / Parses * 1e9, "ns");
    }
}
