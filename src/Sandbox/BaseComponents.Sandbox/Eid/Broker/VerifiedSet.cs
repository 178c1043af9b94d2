using System.Text.Json;
using System.Text.Json.Nodes;
using BaseComponents.Sandbox.Eid.Persons;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary><c>verified_claims</c> of OpenID Connect for Identity Assurance: asked for in the parameter <c>claims</c>, given to whoever logs in with a document.</summary>
internal static class VerifiedSet
{
    public const string Marker = "verified:";

    private const string Framework = "eidas";

    /// <summary>The claims asked for as verified under a framework that is known here.</summary>
    public static IEnumerable<string> Asked(JsonElement userInfo)
    {
        if (!userInfo.TryGetProperty("verified_claims", out var asked))
            return [];
        var sets = asked.ValueKind is JsonValueKind.Array ? asked.EnumerateArray().ToArray() : [asked];
        return sets.Where(IsKnown).SelectMany(set => set.GetProperty("claims").EnumerateObject().Select(claim => claim.Name)).Intersect(PersonClaims.Names).Select(name => Marker + name);
    }

    public static JsonObject? Of(SandboxPerson person, IEnumerable<string> single)
    {
        var asked = single.Where(name => name.StartsWith(Marker, StringComparison.Ordinal)).Select(name => name[Marker.Length..]).ToArray();
        if (asked.Length == 0 || !person.Method.Acr.StartsWith("http://eidas.europa.eu/LoA/", StringComparison.Ordinal))
            return null;
        return new JsonObject
        {
            ["verification"] = new JsonObject { ["trust_framework"] = Framework, ["assurance_level"] = person.Method.Acr[(person.Method.Acr.LastIndexOf('/') + 1)..] },
            ["claims"] = PersonClaims.Of(person, [], asked),
        };
    }

    private static bool IsKnown(JsonElement set) =>
        set.ValueKind is JsonValueKind.Object
        && set.TryGetProperty("claims", out var claims) && claims.ValueKind is JsonValueKind.Object
        && set.TryGetProperty("verification", out var verification) && verification.ValueKind is JsonValueKind.Object
        && verification.TryGetProperty("trust_framework", out var framework)
        && (framework.ValueKind is JsonValueKind.Null || (framework.ValueKind is JsonValueKind.Object && framework.TryGetProperty("value", out var value) && value.ValueKind is JsonValueKind.String && value.GetString() == Framework));
}
