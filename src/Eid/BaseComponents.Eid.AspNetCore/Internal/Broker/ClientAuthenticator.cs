using System.Security.Cryptography;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>Proves to the broker who this application is, within the form of a request.</summary>
internal sealed class ClientAuthenticator(EidBrokerOptions broker, BrokerKeys keys, TimeProvider clock)
{
    // RFC 7523, section 2.2.
    private const string AssertionKind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    public void Authenticate(OpenIdConnectMessage request, OpenIdConnectConfiguration found)
    {
        request.ClientSecret = broker.Client.Authentication is BrokerClientAuthentication.ClientSecretPost ? broker.ClientSecret : null;
        if (broker.Client.Authentication is not BrokerClientAuthentication.PrivateKeyJwt)
            return;
        request.ClientAssertionType = AssertionKind;
        request.ClientAssertion = keys.Sign(broker.Client.AssertionType, Claims(found));
    }

    private Dictionary<string, object> Claims(OpenIdConnectConfiguration found)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            ["iss"] = broker.ClientId!,
            ["sub"] = broker.ClientId!,
            ["aud"] = broker.Client.AssertionAudience is BrokerAssertionAudience.TokenEndpoint ? found.TokenEndpoint : found.Issuer,
            ["jti"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Life).ToUnixTimeSeconds(),
        };
    }
}
