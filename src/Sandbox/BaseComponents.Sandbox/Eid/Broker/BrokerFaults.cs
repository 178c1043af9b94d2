using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>Scripted misbehaviour of the provider, and the place of OpenIddict in the host's pipeline.</summary>
internal sealed class BrokerFaults : IStartupFilter
{
    private const string TokenError = "eid.token.error";
    private const string DiscoveryUnavailable = "eid.discovery.unavailable";
    private const string WrongNonce = "eid.wrong-nonce";
    private const string WrongAcr = "eid.wrong-acr";
    private const string WrongIssuer = "eid.wrong-issuer";
    private const string PlainIdToken = "eid.plain-id-token";
    private const string RotatedKey = "eid.rotated-key";

    private readonly SandboxFaults _faults;
    private readonly BrokerKeys _keys;
    private readonly KeyClientGate _gate;

    public BrokerFaults(SandboxFaults faults, BrokerKeys keys, KeyClientGate gate)
    {
        (_faults, _keys, _gate) = (faults, keys, gate);
        faults.Register(TokenError, "Der Token-Endpunkt des Anmeldedienstes antwortet mit 500.");
        faults.Register(DiscoveryUnavailable, "Der Anmeldedienst gibt seine Adressen und Schlüssel nicht heraus (503).");
        faults.Register(WrongNonce, "Das ID-Token trägt eine fremde Nonce.");
        faults.Register(WrongAcr, "Das ID-Token nennt ein unbekanntes Vertrauensniveau.");
        faults.Register(WrongIssuer, "Das ID-Token nennt einen fremden Aussteller.");
        faults.Register(PlainIdToken, "Das ID-Token ist nicht verschlüsselt, obwohl es das sein sollte (Anwendung mit Schlüssel).");
        faults.Register(LogoutSender.WithNonce, "Das Logout-Token trägt eine Nonce.");
        faults.Register(LogoutSender.Replayed, "Das Logout-Token kommt zweimal.");
        faults.Register(LogoutSender.Expired, "Das Logout-Token ist abgelaufen.");
        faults.Register(LogoutSender.WrongAudience, "Das Logout-Token ist für eine andere Anwendung.");
        faults.Register(LogoutSender.WrongKey, "Das Logout-Token ist mit einem fremden Schlüssel unterschrieben.");
        faults.Register(RotatedKey, "Der Anmeldedienst unterschreibt von nun an mit einem neuen Schlüssel.");
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
    {
        application.UseWhen(context => context.Request.Path.StartsWithSegments("/broker"), broker =>
        {
            broker.Use(PlayAsync);
            broker.Use(_gate.PassAsync);
            broker.UseAuthentication();
        });
        next(application);
    };

    /// <summary>Whether an ID token is to stay as it is that should be encrypted.</summary>
    public bool LeavesPlain() => _faults.Take(PlainIdToken) is not null;

    public ValueTask SpoilIdToken(GenerateTokenContext context)
    {
        if (context.TokenType is not OpenIddictConstants.TokenTypeIdentifiers.IdentityToken)
            return default;
        if (_faults.Take(WrongNonce) is not null)
            context.Principal.SetClaim(OpenIddictConstants.Claims.Nonce, "not-the-nonce-of-the-request");
        if (_faults.Take(WrongAcr) is not null)
            context.Principal.SetClaim(OpenIddictConstants.Claims.AuthenticationContextReference, "urn:example:level-of-somebody-else");
        if (_faults.Take(WrongIssuer) is not null)
            context.Principal.SetClaim(OpenIddictConstants.Claims.Private.Issuer, "https://127.0.0.1/another-issuer");
        return default;
    }

    private Task PlayAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path == BrokerAddresses.DiscoveryPath && _faults.Take(DiscoveryUnavailable) is not null)
            return Fail(context, StatusCodes.Status503ServiceUnavailable);
        if (context.Request.Path == BrokerAddresses.TokenPath && _faults.Take(TokenError) is not null)
            return Fail(context, StatusCodes.Status500InternalServerError);
        if (context.Request.Path == BrokerAddresses.TokenPath && _faults.Take(RotatedKey) is not null)
            _keys.Rotate(context.RequestServices.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue);
        return next(context);
    }

    private static Task Fail(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
