using System.Text.Json;

namespace BaseComponents.Shared.OAuth;

/// <summary>Reads the answer of a token endpoint: a bearer token that fits into a header, or nothing.</summary>
internal static class TokenReader
{
    private const int LongestToken = 16_384;
    private const long LongestLife = 86_400;

    /// <summary>The token and how long it lives, if that is said; null for anything that is no bearer token.</summary>
    public static (string Token, TimeSpan? Lifetime)? Read(ReadOnlySpan<byte> answer) =>
        Parse(answer) is { AccessToken: { Length: > 0 and <= LongestToken } token, TokenType: { } type } parsed
        && token.All(static c => c is > ' ' and < '\x7f') && string.Equals(type, "Bearer", StringComparison.OrdinalIgnoreCase)
            ? (token, parsed.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestLife)) : null)
            : null;

    private static TokenAnswer? Parse(ReadOnlySpan<byte> answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, TokenJson.Default.TokenAnswer);
        }
        catch (JsonException)
        {
            // Its text may hold the token.
            return null;
        }
    }
}
