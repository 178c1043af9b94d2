using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Authorities.Routing;

/// <summary>What can be wrong with the signatures of the next answer.</summary>
internal sealed class SignatureFaults(SandboxFaults faults, RoutingKeys keys, Uri foreignIssuer)
{
    private const string Prefix = "authorities.routing.signature.";

    private static readonly Dictionary<string, string> _known = new(StringComparer.Ordinal)
    {
        ["algorithm"] = "mit RS512 statt PS512",
        ["none"] = "ohne Signatur (alg none)",
        ["critical"] = "mit einer unbekannten, als kritisch bezeichneten Erweiterung",
        ["foreign-issuer"] = "von einem fremden Aussteller",
        ["foreign-key"] = "mit fremdem Schlüssel unter der Kennung des eigenen",
        ["unknown-key"] = "mit einem Schlüssel, den der Aussteller nie hatte",
        ["rotated-key"] = "ab jetzt mit einem neuen Schlüssel; der alte bleibt veröffentlicht",
        ["withdrawn-key"] = "mit einem Schlüssel, der ab jetzt nicht mehr veröffentlicht ist",
        ["other-destination"] = "für einen anderen Zustellpunkt",
        ["other-service"] = "für eine andere Leistung",
        ["sibling-area"] = "für das Nachbargebiet",
        ["apart"] = "für Leistung und Gebiet, aber nicht für beide zusammen",
        ["foreign-host"] = "für einen fremden Zustelldienst",
        ["future"] = "mit einem Zeitpunkt in einer Stunde",
        ["base64"] = "mit einem Zeichen, das nicht zu base64url gehört",
        ["duplicate"] = "mit doppelt genanntem Zustellpunkt",
    };

    public static void Register(SandboxFaults faults)
    {
        foreach (var (name, what) in _known)
            faults.Register(Prefix + name, $"Routingdienst: die Zustellpunkte der nächsten Antwort sind {what} signiert.");
    }

    /// <summary>The faults that hit this answer.</summary>
    public Func<SignaturePlan, SignaturePlan> Next()
    {
        string[] armed = [.. _known.Keys.Where(name => faults.Take(Prefix + name) is not null)];
        if (armed.Contains("rotated-key"))
            keys.Rotate();
        var before = armed.Contains("withdrawn-key") ? keys.Withdraw() : null;
        return plan => armed.Aggregate(plan, (changed, name) => Apply(changed, name, before));
    }

    private SignaturePlan Apply(SignaturePlan plan, string name, RoutingKey? withdrawn) => name switch
    {
        "algorithm" => plan with { Algorithm = "RS512" },
        "none" => plan with { Algorithm = "none" },
        "critical" => plan with { IsCritical = true },
        "foreign-issuer" => plan with { Issuer = foreignIssuer.AbsoluteUri, Key = keys.Foreign, KeyId = keys.Foreign.Id },
        "foreign-key" => plan with { Key = keys.Foreign },
        "unknown-key" => plan with { Key = keys.Foreign, KeyId = keys.Foreign.Id },
        "withdrawn-key" => plan with { Key = withdrawn!, KeyId = withdrawn!.Id },
        "other-destination" => plan with { Destination = Guid.NewGuid() },
        "other-service" => plan with { Entries = [.. plan.Entries.Select(entry => entry with { Services = ["99900000000000"] })] },
        "sibling-area" => plan with { Entries = [.. plan.Entries.Select(entry => entry with { Areas = [.. entry.Areas.Select(Sibling)] })] },
        "apart" => plan with { Entries = [.. plan.Entries.SelectMany(Apart)] },
        "foreign-host" => plan with { SubmissionHost = "submission.attacker.example" },
        "future" => plan with { IssuedAt = plan.IssuedAt.AddDays(1).AddHours(1) },
        "base64" => plan with { Damage = static token => token[..^1] + "+" },
        "duplicate" => plan with { Rewrite = static json => $$"""{"destinationId":"{{Guid.NewGuid()}}",{{json[1..]}}""" },
        _ => plan,
    };

    // The last digit that says something is another one.
    private static string Sibling(string area)
    {
        var length = area.TrimEnd('0').Length;
        return length == 0 ? "14" : area[..(length - 1)] + (area[length - 1] == '9' ? '8' : (char)(area[length - 1] + 1)) + area[length..];
    }

    private static IEnumerable<SignedEntry> Apart(SignedEntry entry) =>
        [entry with { Services = ["99900000000000"] }, entry with { Areas = ["16"] }];
}
