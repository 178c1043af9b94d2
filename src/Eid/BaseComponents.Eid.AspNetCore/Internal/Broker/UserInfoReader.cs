using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>Fetches what the broker tells of the user: plain JSON, or a token that is signed, and perhaps encrypted around that (OpenID Connect Core 1.0, section 5.3).</summary>
internal sealed class UserInfoReader(BrokerConnection connection, HttpClient client)
{
    private const string TokenType = "application/jwt";

    /// <exception cref="LoginFailure">It is not acceptable, or of somebody else.</exception>
    public async Task<JsonElement> ReadAsync(string endpoint, string accessToken, string? subject, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var claims = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() switch
        {
            TokenType => await SignedAsync(text.Trim()).ConfigureAwait(false),
            MediaTypeNames.Application.Json when IsSignatureDemanded => throw Failure("userinfo-not-signed"),
            MediaTypeNames.Application.Json => Plain(text),
            _ => throw Failure("userinfo-of-unknown-kind"),
        };
        return ClaimsOf(claims, subject);
    }

    /// <summary>Claims without their subject, or of another one, are believed in nothing.</summary>
    public static JsonElement ClaimsOf(JsonElement claims, string? subject) =>
        claims.ValueKind is JsonValueKind.Object && subject is not null && claims.TryGetProperty("sub", out var own) && own.ValueKind is JsonValueKind.String && own.GetString() == subject
            ? claims
            : throw Failure("userinfo-of-another-subject");

    /// <exception cref="LoginFailure">It is no JSON, or a name stands in it twice.</exception>
    public static JsonElement Plain(string text)
    {
        try
        {
            return StrictJson.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException)
        {
            throw Failure("userinfo-unreadable");
        }
    }

    private bool IsSignatureDemanded => connection.Options.Tokens is { RequireSignedUserInfo: true } or { RequireEncryptedUserInfo: true };

    // Issuer and audience must stand in it, and a signed token of another kind must not pass for userinfo.
    private async Task<JsonElement> SignedAsync(string token)
    {
        var claims = await connection.Tokens.ReadAsync(connection.Tokens.Open(token, connection.Options.Tokens.RequireEncryptedUserInfo, "JWT")).ConfigureAwait(false);
        return claims.TryGetProperty("nonce", out _) || claims.TryGetProperty("events", out _) ? throw Failure("userinfo-is-another-token") : NotOver(claims);
    }

    private JsonElement NotOver(JsonElement claims)
    {
        if (!claims.TryGetProperty("exp", out var until))
            return claims;
        var now = (connection.Clock.GetUtcNow() - connection.Options.ClockSkew).ToUnixTimeSeconds();
        return until.ValueKind is JsonValueKind.Number && until.TryGetDouble(out var seconds) && seconds > now ? claims : throw Failure("userinfo-expired");
    }

    private static LoginFailure Failure(string reason) => new(EidLoginOutcome.Rejected, reason);
}
