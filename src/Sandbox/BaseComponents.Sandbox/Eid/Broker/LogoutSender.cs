using System.Security.Cryptography;
using BaseComponents.Sandbox.Internal;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>Tells an application that a user has logged out here (OpenID Connect Back-Channel Logout 1.0), or spoils that as a fault demands.</summary>
internal sealed class LogoutSender(BrokerKeys keys, BrokerAddresses addresses, KeyClient keyClient, SandboxFaults faults, TimeProvider clock)
{
    public const string WithNonce = "eid.logout.with-nonce";
    public const string Replayed = "eid.logout.replayed";
    public const string Expired = "eid.logout.expired";
    public const string WrongAudience = "eid.logout.wrong-audience";
    public const string WrongKey = "eid.logout.wrong-key";

    private static readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>What the application answered, or null where it did not.</summary>
    public async Task<int?> SendAsync(BrokerSession session, CancellationToken cancellationToken)
    {
        var token = Token(session);
        var status = await PostAsync(session.LogoutAddress, token, cancellationToken);
        return faults.Take(Replayed) is null ? status : await PostAsync(session.LogoutAddress, token, cancellationToken);
    }

    private string Token(BrokerSession session)
    {
        var issued = faults.Take(Expired) is null ? clock.GetUtcNow() : clock.GetUtcNow().AddHours(-1);
        var claims = new Dictionary<string, object>
        {
            ["iss"] = addresses.Issuer.AbsoluteUri,
            ["aud"] = faults.Take(WrongAudience) is null ? session.Client : "another-client",
            ["iat"] = issued.ToUnixTimeSeconds(),
            ["exp"] = issued.AddMinutes(2).ToUnixTimeSeconds(),
            ["jti"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            ["sid"] = session.Id,
            ["sub"] = session.Subject,
            ["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>() },
        };
        if (faults.Take(WithNonce) is not null)
            claims["nonce"] = "nonce";
        var signed = Sign(claims);
        return session.Client == KeyClient.Id ? SealedToken.Seal(signed, keyClient.PublicKey) : signed;
    }

    private string Sign(Dictionary<string, object> claims)
    {
        var known = keys.Signing;
        SecurityKey key = faults.Take(WrongKey) is null ? known : new RsaSecurityKey(RSA.Create(2048)) { KeyId = known.KeyId };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "logout+jwt",
            Claims = claims,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
        });
    }

    private static async Task<int?> PostAsync(Uri address, string token, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", token)]);
        try
        {
            using var answer = await _http.PostAsync(address, form, cancellationToken);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The application is gone, or listens with a certificate that nobody here trusts; the page says so.
            return null;
        }
    }
}
