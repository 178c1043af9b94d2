using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>Who may ask for what. OpenIddict runs without a database here, so these questions are ours.</summary>
internal sealed class BrokerRules(BrokerClient client, KeyClient keyClient, OnceOnly codes, BrokerSessions sessions)
{
    public static ValueTask CheckAuthorization(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId is not (BrokerClient.Id or KeyClient.Id))
            context.Reject(OpenIddictConstants.Errors.InvalidClient, "This client is not known. Take ClientId from the settings of the Sandbox.");
        else if (!BrokerClient.MayReturnTo(context.RedirectUri))
            context.Reject(OpenIddictConstants.Errors.InvalidRequest, "The redirect address must be on this machine.");
        return default;
    }

    /// <summary>Runs when the request has been found in order, so that the answer goes back to the application.</summary>
    public static ValueTask AnswerSilence(HandleAuthorizationRequestContext context)
    {
        if (context.Request.HasPromptValue(OpenIddictConstants.PromptValues.None))
            context.Reject(OpenIddictConstants.Errors.LoginRequired, "Nobody stays logged in here: every log-in shows the page.");
        return default;
    }

    public ValueTask CheckPushed(ValidatePushedAuthorizationRequestContext context)
    {
        if (!IsProven(context.ClientId, context.Request.ClientSecret))
            context.Reject(OpenIddictConstants.Errors.InvalidClient, "Client or secret are wrong. Take both from the settings of the Sandbox.");
        else if (!BrokerClient.MayReturnTo(context.RedirectUri))
            context.Reject(OpenIddictConstants.Errors.InvalidRequest, "The redirect address must be on this machine.");
        return default;
    }

    public ValueTask CheckToken(ValidateTokenRequestContext context)
    {
        if (!IsProven(context.ClientId, context.Request.ClientSecret))
            context.Reject(OpenIddictConstants.Errors.InvalidClient, "Client or secret are wrong. Take both from the settings of the Sandbox.");
        return default;
    }

    /// <summary>Runs when the code has been found valid: it buys one answer. Whoever comes with it again makes worthless what it bought (RFC 6749, section 4.1.2).</summary>
    public ValueTask SpendCode(HandleTokenRequestContext context)
    {
        if (context.Request.Code is not { } code || codes.TryUse(code))
            return default;
        sessions.Revoke(context.Principal?.GetClaim(AuthorizationEndpoint.SessionClaim));
        context.Reject(OpenIddictConstants.Errors.InvalidGrant, "The authorization code has been used already. What it had bought is worth nothing any more.");
        return default;
    }

    public ValueTask CheckAccess(HandleUserInfoRequestContext context)
    {
        if (sessions.IsRevoked(context.AccessTokenPrincipal?.GetClaim(AuthorizationEndpoint.SessionClaim)))
            context.Reject(OpenIddictConstants.Errors.InvalidToken, "The code that this token was bought with has been used twice.");
        return default;
    }

    private bool IsProven(string? id, string? secret) => id switch
    {
        BrokerClient.Id => client.HasSecret(secret),
        KeyClient.Id => keyClient.HasSecret(secret),
        _ => false,
    };
}
