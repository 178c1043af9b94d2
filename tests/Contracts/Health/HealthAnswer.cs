using System.Net;
using System.Text.Json;

namespace BaseComponents.Tests.Contracts.Health;

/// <summary>What monitoring gets over HTTP.</summary>
internal sealed record HealthAnswer(HttpStatusCode Code, string Status, IReadOnlyDictionary<string, string> Entries, IReadOnlyList<(string Entry, string Code, string Severity, string Text)> Findings, string Body)
{
    private static readonly string[] Fields = ["tenant", "code", "severity", "subject", "found", "action", "docs"];

    public IEnumerable<(string Entry, string Code, string Severity, string Text)> Bad => Findings.Where(static finding => finding.Severity is "warning" or "error");

    public static HealthAnswer Read(HttpStatusCode code, string body)
    {
        using var json = JsonDocument.Parse(body);
        var entries = json.RootElement.GetProperty("entries").EnumerateObject().ToArray();
        return new HealthAnswer(
            code,
            json.RootElement.GetProperty("status").GetString()!,
            entries.ToDictionary(static entry => entry.Name, static entry => entry.Value.GetProperty("status").GetString()!),
            [.. entries.SelectMany(static entry => entry.Value.GetProperty("findings").EnumerateArray().Select(finding => Finding(entry.Name, finding)))],
            body);
    }

    private static (string Entry, string Code, string Severity, string Text) Finding(string entry, JsonElement finding)
    {
        finding.EnumerateObject().Select(static field => field.Name).Should().Equal(Fields);
        return (entry, finding.GetProperty("code").GetString()!, finding.GetProperty("severity").GetString()!, $"{finding.GetProperty("found").GetString()} {finding.GetProperty("action").GetString()}");
    }
}
