using System.Text.Json;
using System.Text.RegularExpressions;

namespace BaseComponents.Tests.Conventions.Rules;

public sealed partial class MetricsAreKnown
{
    private const string Dashboard = "eng/grafana/basecomponents.json";

    // The framework's, which the sample turns on; tests/Journeys sees them.
    private static readonly string[] OfTheFramework = ["http_server_request_duration_seconds", "http_client_request_duration_seconds"];

    [Fact]
    public void Every_metric_is_described() => Verdict.NoFindings(
        from instrument in Instruments.All
        where !Repository.Read("docs/operations.md").Contains($"`{instrument.Name}`", StringComparison.Ordinal)
        select $"{instrument.Name} of {instrument.Meter.Name} is not in docs/operations.md.",
        "Add a line to the table of metrics: what it counts, and by what.");

    [Fact]
    public void The_dashboard_shows_metrics_that_there_are()
    {
        var known = Instruments.All.Select(Instruments.PrometheusName).Concat(OfTheFramework.SelectMany(name => (string[])[name + "_bucket", name + "_count", name + "_sum"])).ToHashSet(StringComparer.Ordinal);
        known.Should().HaveCountGreaterThan(15);
        Verdict.NoFindings(
            from expression in Expressions()
            from name in NamesIn(expression)
            where !known.Contains(name)
            select $"{name} is no metric, in: {expression}",
            $"Mend {Dashboard}; a counter ends in _total, dots are underscores.");
    }

    [Fact]
    public void The_dashboard_shows_every_metric() => Verdict.NoFindings(
        from instrument in Instruments.All
        let name = Instruments.PrometheusName(instrument)
        where !Expressions().SelectMany(NamesIn).Contains(name)
        select $"{name} is on no panel.",
        $"Add it to {Dashboard}.");

    [Theory]
    [InlineData("sum by (a_b) (rate(x_total{c_d=\"e_f\"}[5m]))", "x_total")]
    [InlineData("min by (role) (y_days)", "y_days")]
    [InlineData("a_total / b_total", "a_total b_total")]
    public void The_rule_finds_the_names(string expression, string names) => NamesIn(expression).Should().Equal(names.Split(' '));

    private static IEnumerable<string> Expressions()
    {
        using var dashboard = JsonDocument.Parse(Repository.Read(Dashboard));
        return [.. from panel in dashboard.RootElement.GetProperty("panels").EnumerateArray()
                   from target in panel.GetProperty("targets").EnumerateArray()
                   select target.GetProperty("expr").GetString()!];
    }

    private static IEnumerable<string> NamesIn(string expression) => Name().Matches(Selectors().Replace(expression, "")).Select(match => match.Value);

    [GeneratedRegex(@"\{[^}]*\}|\[[^\]]*\]|\b(by|without)\s*\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Selectors();

    [GeneratedRegex(@"\b[a-z][a-z0-9]*(_[a-z0-9]+)+\b(?!\s*\()", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
