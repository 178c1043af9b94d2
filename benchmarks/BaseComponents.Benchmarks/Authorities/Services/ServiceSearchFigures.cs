using System.Diagnostics;
using BaseComponents.Authorities;

namespace BaseComponents.Benchmarks.Authorities.Services;

/// <summary>
/// How many of the questions of citizens find the service that is meant among the first 1, 5 and 10 of 13,000, and how long it takes: of the directory, and of
/// SQLite FTS5 and Lucene.Net over the same services in the same run.
/// </summary>
internal static class ServiceSearchFigures
{
    private const int Rounds = 3;

    /// <param name="folder">A folder for the delivery.</param>
    /// <param name="open">Opens a directory over settings.</param>
    public static async Task RunAsync(string folder, Func<Dictionary<string, string?>, IAuthorityDirectory> open)
    {
        var data = Path.Combine(AppContext.BaseDirectory, "Authorities", "Services");
        var services = ServiceCatalogue.Whole(data);
        var queries = ServiceCatalogue.Queries(data);
        await DirectoryAsync(open(DirectoryFinder.Write(folder, services)), services, queries);
        using var words = new SqliteFinder("fts5", "unicode61 remove_diacritics 2", 1, services);
        await ReportAsync("authorities.search.fts5", words, queries);
        using var trigrams = new SqliteFinder("fts5_trigram", "trigram remove_diacritics 1", 3, services);
        await ReportAsync("authorities.search.fts5_trigram", trigrams, queries);
        using var lucene = new LuceneFinder(services);
        await ReportAsync("authorities.search.lucene", lucene, queries);
    }

    // The first question makes the index.
    private static async Task DirectoryAsync(IAuthorityDirectory directory, IReadOnlyList<CatalogueService> services, IReadOnlyList<CatalogueQuery> queries)
    {
        await directory.ListServicesAsync();
        var started = Stopwatch.GetTimestamp();
        await directory.FindServicesAsync("hund");
        Measurement.Report("authorities.search.build_ms", Stopwatch.GetElapsedTime(started).TotalMilliseconds, "ms");
        await ReportAsync("authorities.search", new DirectoryFinder(directory, services), queries);
    }

    private static async Task ReportAsync(string name, IServiceFinder finder, IReadOnlyList<CatalogueQuery> queries)
    {
        await RecallAsync(name, "recall", finder, queries);
        await RecallAsync(name, "unseen_recall", finder, [.. queries.Where(query => !query.IsTuned)]);
        var times = await TimesAsync(finder, queries);
        Measurement.Report($"{name}.p50_us", times[times.Count / 2], "us");
        Measurement.Report($"{name}.p99_us", times[times.Count * 99 / 100], "us");
    }

    private static async Task RecallAsync(string name, string figure, IServiceFinder finder, IReadOnlyList<CatalogueQuery> queries)
    {
        var places = new List<int>();
        foreach (var query in queries)
            places.Add((await finder.FindAsync(query.Text)).ToList().IndexOf(query.Number));
        foreach (var among in new[] { 1, 5, 10 })
            Measurement.Report($"{name}.{figure}{among}", (double)places.Count(place => place >= 0 && place < among) / queries.Count, "share");
    }

    private static async Task<List<double>> TimesAsync(IServiceFinder finder, IReadOnlyList<CatalogueQuery> queries)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var query in queries)
            {
                var started = Stopwatch.GetTimestamp();
                await finder.FindAsync(query.Text);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            }
        }

        times.Sort();
        return times;
    }
}
