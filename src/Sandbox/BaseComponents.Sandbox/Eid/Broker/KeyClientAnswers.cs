using System.Text.Json;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>What the application with the key gets: ID tokens and userinfo signed and encrypted to it.</summary>
internal sealed class KeyClientAnswers(KeyClient client, BrokerKeys keys, BrokerFaults faults)
{
    private const string IsForKeyClient = "sandbox.key-client";

    /// <summary>Runs when a token has been made.</summary>
    public ValueTask SealIdToken(GenerateTokenContext context)
    {
        if (context.TokenType is OpenIddictConstants.TokenTypeIdentifiers.IdentityToken && context.Token is { } token && context.Principal.HasAudience(KeyClient.Id) && !faults.LeavesPlain())
            context.Token = SealedToken.Seal(token, client.PublicKey);
        return default;
    }

    public static ValueTask Note(HandleUserInfoRequestContext context)
    {
        if (context.AccessTokenPrincipal?.HasPresenter(KeyClient.Id) is true)
            context.Transaction.Properties[IsForKeyClient] = true;
        return default;
    }

    /// <summary>Runs before OpenIddict writes userinfo as plain JSON.</summary>
    public async ValueTask WriteUserInfo(ApplyUserInfoResponseContext context)
    {
        if (context.Error is not null || !context.Transaction.Properties.ContainsKey(IsForKeyClient) || context.Transaction.GetHttpRequest() is not { } request)
            return;
        var signed = new JsonWebTokenHandler().CreateToken(JsonSerializer.Serialize(context.Response), new SigningCredentials(keys.Signing, SecurityAlgorithms.RsaSha256));
        request.HttpContext.Response.ContentType = "application/jwt";
        await request.HttpContext.Response.WriteAsync(SealedToken.Seal(signed, client.PublicKey), context.CancellationToken);
        context.HandleRequest();
    }
}
