using System.Buffers;
using System.Buffers.Text;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>base64url as RFC 7515 wants it: no padding, no white space, no bits that mean nothing. So the same bytes are written in one way only.</summary>
internal static class CanonicalBase64Url
{
    private static readonly SearchValues<char> _alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <returns>The bytes; null where the text is not such, or empty.</returns>
    public static byte[]? Read(ReadOnlySpan<char> text)
    {
        // The framework passes over white space and takes padding; bits that mean nothing it refuses.
        if (text.IsEmpty || text.Length % 4 == 1 || text.ContainsAnyExcept(_alphabet))
            return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done ? bytes[..written] : null;
    }
}
