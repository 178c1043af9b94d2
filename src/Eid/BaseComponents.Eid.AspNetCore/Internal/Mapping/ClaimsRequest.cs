using System.Text.Json;
using System.Text.Json.Nodes;

namespace BaseComponents.Eid.AspNetCore.Internal.Mapping;

/// <summary>The parameter <c>claims</c> of a request (OpenID Connect Core, section 5.5; OpenID Connect for Identity Assurance 1.0, section 6).</summary>
internal static class ClaimsRequest
{
    /// <summary>Null where nothing is asked for one by one.</summary>
    public static string? Of(EidBrokerOptions broker)
    {
        var userInfo = Named(broker.Claims);
        if (broker.VerifiedClaims.Claims.Count > 0)
            userInfo["verified_claims"] = Verified(broker.VerifiedClaims);
        return userInfo.Count == 0 ? null : new JsonObject { ["userinfo"] = userInfo }.ToJsonString(JsonSerializerOptions.Default);
    }

    // One request for each set of rules: the broker answers the one it can.
    private static JsonArray Verified(EidBrokerVerifiedClaimsOptions settings) => new(
    [
        .. settings.Frameworks.GroupBy(framework => framework.Name, StringComparer.Ordinal).Select(group => (JsonNode)new JsonObject
        {
            ["verification"] = Verification(group.Key!, [.. group.Select(framework => framework.AssuranceLevel).OfType<string>()]),
            ["claims"] = Named(settings.Claims),
        }),
    ]);

    private static JsonObject Verification(string framework, string[] levels)
    {
        var verification = new JsonObject { ["trust_framework"] = new JsonObject { ["value"] = framework } };
        if (levels.Length > 0)
            verification["assurance_level"] = new JsonObject { ["values"] = new JsonArray([.. levels.Select(level => (JsonNode)level)]) };
        return verification;
    }

    private static JsonObject Named(IEnumerable<string> claims) => new(claims.Distinct(StringComparer.Ordinal).Select(claim => new KeyValuePair<string, JsonNode?>(claim, null)));
}
