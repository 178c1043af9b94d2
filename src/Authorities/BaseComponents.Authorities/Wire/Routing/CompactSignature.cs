using System.Text;
using BaseComponents.Authorities.Internal.Routing;
using BaseComponents.Authorities.Routing;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>A signature in compact serialisation, read and not yet believed (RFC 7515).</summary>
/// <param name="KeyId">The key that is said to have made it.</param>
/// <param name="Claims">What it says.</param>
/// <param name="Signed">The bytes that are signed.</param>
/// <param name="Signature">The signature over them.</param>
internal sealed record CompactSignature(string KeyId, DestinationClaims Claims, byte[] Signed, byte[] Signature)
{
    /// <summary>The most characters that are read.</summary>
    public const int Longest = 512 * 1024;

    private const int LongestHeader = 16 * 1024;
    private const int LongestSignature = 2048;

    /// <returns>Why it is none; null if it was read.</returns>
    public static DestinationRefusal? Read(string text, out CompactSignature? signature)
    {
        signature = null;
        if (!TrySplit(text, out var first, out var last) || CanonicalBase64Url.Read(text.AsSpan(0, first)) is not { } header)
            return DestinationRefusal.Malformed;
        if (SignatureHeader.Read(header, out var keyId) is { } refusal)
            return refusal;
        if (CanonicalBase64Url.Read(text.AsSpan(first + 1, last - first - 1)) is not { } payload
            || CanonicalBase64Url.Read(text.AsSpan(last + 1)) is not { } signed
            || ClaimsReader.Read(payload) is not { } claims)
        {
            return DestinationRefusal.Malformed;
        }

        signature = new CompactSignature(keyId, claims, Encoding.ASCII.GetBytes(text, 0, last), signed);
        return null;
    }

    private static bool TrySplit(string text, out int first, out int last)
    {
        first = text.IndexOf('.', StringComparison.Ordinal);
        last = text.LastIndexOf('.');
        return text.Length <= Longest && first is > 0 and <= LongestHeader && last > first && text.Length - last <= LongestSignature
            && !text.AsSpan(first + 1, last - first - 1).Contains('.');
    }
}
