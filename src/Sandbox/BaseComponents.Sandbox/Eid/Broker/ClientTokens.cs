using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>Checks what the application signs: statements of who it is (RFC 7523) and requests (RFC 9101). Each is good once.</summary>
internal sealed class ClientTokens(KeyClient client, BrokerAddresses addresses, OnceOnly used)
{
    private static readonly string[] _assertionTypes = ["client-authentication+jwt", "JWT"];
    private static readonly string[] _requestTypes = ["oauth-authz-req+jwt"];

    public async Task<bool> IsAssertionAsync(string token) => await ReadAsync(token, _assertionTypes) is { } claims && Text(claims, "sub") == KeyClient.Id;

    /// <summary>The parameters of a signed request, or null.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> RequestAsync(string token)
    {
        if (await ReadAsync(token, _requestTypes) is not { } claims || Text(claims, "client_id") != KeyClient.Id)
            return null;
        return claims.EnumerateObject()
            .Where(claim => claim.Name is not ("iss" or "aud" or "exp" or "iat" or "nbf" or "jti" or "request" or "request_uri"))
            .Where(claim => claim.Value.ValueKind is JsonValueKind.String or JsonValueKind.Object)
            .ToDictionary(claim => claim.Name, claim => claim.Value.ValueKind is JsonValueKind.String ? claim.Value.GetString()! : claim.Value.GetRawText(), StringComparer.Ordinal);
    }

    private async Task<JsonElement?> ReadAsync(string token, string[] types)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = KeyClient.Id,
            ValidAudiences = [addresses.Issuer.AbsoluteUri, addresses.Token.AbsoluteUri],
            ValidAlgorithms = [SecurityAlgorithms.RsaSsaPssSha256],
            ValidTypes = types,
            IssuerSigningKey = client.PublicKey,
            TryAllIssuerSigningKeys = true,
            ClockSkew = TimeSpan.FromSeconds(30),
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt)
            return null;
        var claims = JsonElement.Parse(Base64UrlEncoder.Decode(jwt.EncodedPayload));
        return Text(claims, "jti") is { } number && used.TryUse(number) ? claims : null;
    }

    private static string? Text(JsonElement claims, string name) => claims.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
