using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>A request for a log-in as a signed token (RFC 9101).</summary>
internal sealed class RequestObject(EidBrokerOptions broker, BrokerKeys keys, TimeProvider clock)
{
    private const string Type = "oauth-authz-req+jwt";

    private static readonly string[] OfTheClient = ["client_secret", "client_assertion", "client_assertion_type", "request", "request_uri"];

    public bool IsUsed => broker.Client.RequestObjects is BrokerRequestObjects.Always;

    /// <summary>All that the request asks for, signed.</summary>
    public string Create(OpenIdConnectMessage request, OpenIdConnectConfiguration found)
    {
        var now = clock.GetUtcNow();
        var claims = request.Parameters
            .Where(parameter => !OfTheClient.Contains(parameter.Key) && parameter.Value is not null)
            .ToDictionary(parameter => parameter.Key, object (parameter) => parameter.Key == "claims" ? JsonElement.Parse(parameter.Value) : parameter.Value, StringComparer.Ordinal);
        claims["iss"] = broker.ClientId!;
        claims["aud"] = found.Issuer;
        claims["jti"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        claims["iat"] = now.ToUnixTimeSeconds();
        claims["nbf"] = now.ToUnixTimeSeconds();
        claims["exp"] = (now + TimeSpan.FromMinutes(5)).ToUnixTimeSeconds();
        return keys.Sign(Type, claims);
    }
}
