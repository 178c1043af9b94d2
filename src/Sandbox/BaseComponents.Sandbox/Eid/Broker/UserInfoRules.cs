using System.Text.Json;
using BaseComponents.Sandbox.Eid.Persons;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>Answers with what the scopes and single claims of the log-in cover.</summary>
internal static class UserInfoRules
{
    public static ValueTask AddClaims(HandleUserInfoRequestContext context)
    {
        var token = context.AccessTokenPrincipal;
        if (SandboxPersons.Find(token?.GetClaim(AuthorizationEndpoint.PersonClaim)) is not { } person)
            return default;
        foreach (var (name, value) in PersonClaims.Of(person, token!.GetScopes(), token!.GetClaims(AuthorizationEndpoint.SingleClaims)))
            context.Claims[name] = new OpenIddictParameter(JsonSerializer.SerializeToElement(value));
        if (VerifiedSet.Of(person, token!.GetClaims(AuthorizationEndpoint.SingleClaims)) is { } verified)
            context.Claims["verified_claims"] = new OpenIddictParameter(JsonSerializer.SerializeToElement(verified));
        return default;
    }
}
