using System.Collections.Immutable;
using System.Text.Json;
using BaseComponents.Sandbox.Eid.Persons;
using OpenIddict.Abstractions;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>Single claims asked for with the <c>claims</c> parameter (OpenID Connect Core, section 5.5), which OpenIddict does not read.</summary>
internal static class RequestedClaims
{
    public static ImmutableArray<string> Of(OpenIddictRequest request)
    {
        if ((string?)request["claims"] is not { Length: > 0 and < 4096 } text)
            return [];
        try
        {
            using var claims = JsonDocument.Parse(text);
            return claims.RootElement.TryGetProperty("userinfo", out var userInfo) && userInfo.ValueKind is JsonValueKind.Object
                ? [.. userInfo.EnumerateObject().Select(claim => claim.Name).Intersect(PersonClaims.Names), .. VerifiedSet.Asked(userInfo)]
                : [];
        }
        catch (JsonException)
        {
            // Claims that cannot be understood are not given; the log-in goes on (section 5.5: voluntary claims).
            return [];
        }
    }
}
