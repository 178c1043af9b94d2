using System.Diagnostics;
using OpenTelemetry;

namespace MunicipalService.Hosting;

/// <summary>
/// Takes every tag from a span of the framework that is not known to be about no one: addresses with their paths and queries (codes of log-ins, tokens of the way back, words that citizens typed),
/// the browser's name, the host that a browser claims to ask. What stays tells the operator which page and which service were slow. The components' own spans hold nothing else.
/// </summary>
public sealed class AllowedTags : BaseProcessor<Activity>
{
    private static readonly string[] Allowed =
        ["http.request.method", "http.response.status_code", "http.route", "error.type", "url.scheme", "network.protocol.version", "http.request.resend_count"];

    private static readonly string[] AllowedOutside = [.. Allowed, "server.address", "server.port"];

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name.StartsWith("BaseComponents.", StringComparison.Ordinal))
            return;
        var allowed = data.Kind is ActivityKind.Client ? AllowedOutside : Allowed;
        foreach (var (key, _) in data.TagObjects.ToArray())
            if (!allowed.Contains(key))
                data.SetTag(key, null);
    }
}
