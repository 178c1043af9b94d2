using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BaseComponents.Tests.Scale.Web.Site;

namespace BaseComponents.Tests.Scale.Web.Audit;

/// <summary>What is said of a run: by the auditor, by the pages that citizens saw, by the proxy's log, and by all places in which a citizen's values could lie.</summary>
internal sealed class WebVerdict
{
    private readonly Dictionary<string, double> _figures = [];
    private readonly List<string> _zeros = ["sessions_mixed", "5xx_unexplained", "deaths", "leaks"];

    /// <summary>By the last part of their names.</summary>
    public IReadOnlyDictionary<string, double> Figures => _figures;

    /// <summary>Zeros that are not zero.</summary>
    public IEnumerable<string> Reds => _zeros.Where(name => _figures[name] != 0);

    public bool IsClean => !Reds.Any();

    public static async Task<WebVerdict> OfAsync(WebSite site, WebRun run, bool alsoDatabaseFiles = true)
    {
        var verdict = new WebVerdict();
        verdict._zeros.AddRange(WebCounters.Zeros.Select(zero => zero.Name));
        // Before the auditor puts its evidence into the database.
        await verdict.SearchAsync(site, alsoDatabaseFiles);
        await verdict.AskAuditorAsync(site, run);
        verdict.CountPages(run);
        verdict.CountErrors(site, run);
        return verdict;
    }

    public void Print()
    {
        foreach (var (name, value) in _figures)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"RESULT scale.web.{name} {value:0.####}"));
    }

    private async Task AskAuditorAsync(WebSite site, WebRun run)
    {
        using var auditor = Process.Start(new ProcessStartInfo("dotnet", [typeof(WebAuditor).Assembly.Location, "web-auditor"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var evidence = new WebEvidence(site.Database, site.Sandbox, [.. run.Ends.Select(end => new JourneyEvidence(end.Canary, end.Numbers))]);
        await auditor.StandardInput.WriteLineAsync(JsonSerializer.Serialize(evidence));
        var lines = (await auditor.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await auditor.WaitForExitAsync();
        foreach (var words in lines.Select(line => line.Split(' ')))
            _figures[words[1].Split('.')[^1]] = double.Parse(words[2], CultureInfo.InvariantCulture);
        if (!WebCounters.Zeros.All(zero => _figures.ContainsKey(zero.Name)))
            throw new InvalidOperationException("The auditor did not come to its end.");
    }

    private void CountPages(WebRun run)
    {
        _figures["sessions_mixed"] = run.Ends.Sum(end => end.MixedPages);
        _figures["receipts"] = run.Ends.Count(end => end.HasReceipt);
        _figures["errors_seen"] = run.Ends.Sum(end => end.Errors);
        _figures["journeys_with_errors"] = run.Ends.Count(end => end.Errors > 0);
        _figures["minutes"] = run.Took.TotalMinutes;
        _figures["settling_minutes"] = run.Settled.TotalMinutes;
        _figures["mails_held"] = run.Held;
        _figures["kills"] = run.Chaos.Kills;
        _figures["faults"] = run.Chaos.Faults;
    }

    private void CountErrors(WebSite site, WebRun run)
    {
        var lines = NginxLine.Read(site.Proxy.AccessLog).ToList();
        var errors = Errors.Of(lines, run.Chaos.Troubles.Past, [.. site.Nodes.Select(node => node.Address)]);
        _figures["requests"] = lines.Count;
        foreach (var (cause, count) in errors.Causes.OrderBy(cause => cause.Key, StringComparer.Ordinal))
            _figures[$"5xx_{cause}"] = count;
        _figures["5xx_of_program"] = errors.Faults;
        _figures["5xx_unexplained"] = errors.Unexplained.Count;
        foreach (var line in errors.Unexplained.Take(20))
            Console.Error.WriteLine($"unexplained: {line.From:T} {line.Status} {line.Path} of {string.Join(", ", line.Nodes)}, {(line.IsOfNode ? "which said so" : "which did not answer")}");
        _figures["deaths"] = site.Nodes.Sum(node => node.Deaths);
    }

    private async Task SearchAsync(WebSite site, bool alsoDatabaseFiles)
    {
        var privacy = new WebPrivacy();
        foreach (var (place, count) in (await privacy.LookAsync(site, alsoDatabaseFiles)).Where(place => place.Value > 0))
            Console.Error.WriteLine($"found in the open: {count} in {place}");
        (_figures["searched_mb"], _figures["redis_sessions"], _figures["leaks"]) = (privacy.Bytes / 1e6, privacy.Sessions, privacy.Found);
    }
}
