using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Payments.Dialects;

/// <summary>Name and secret as a request brings them.</summary>
internal sealed record SentCredentials(string Name, string Secret)
{
    private const string Scheme = "Basic ";
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public bool AreRight => Same(Name, DialectClient.Name) & Same(Secret, DialectClient.Secret);

    /// <summary>RFC 7617, in UTF-8; null when there are none.</summary>
    public static SentCredentials? FromHeader(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() is not { } header || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            var pair = _strict.GetString(Convert.FromBase64String(header[Scheme.Length..])).Split(':', 2);
            return pair.Length == 2 ? new SentCredentials(pair[0], pair[1]) : null;
        }
        catch (Exception exception) when (exception is FormatException or DecoderFallbackException)
        {
            // No base64, or no text: no credentials.
            return null;
        }
    }

    /// <summary>RFC 6749, 2.3.1: in a token request both are written as in a form before they are joined.</summary>
    public SentCredentials Unescaped() => new(Unescaped(Name), Unescaped(Secret));

    private static string Unescaped(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static bool Same(string sent, string right) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(right));
}
