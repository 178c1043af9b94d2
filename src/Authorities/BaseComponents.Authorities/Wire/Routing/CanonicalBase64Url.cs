using System.Buffers.Text;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>base64url as RFC 7515 wants it: no padding, no white space, no bits that mean nothing. So the same bytes are written in one way only.</summary>
internal static class CanonicalBase64Url
{
    /// <returns>The bytes; null where the text is not such, or empty.</returns>
    public static byte[]? Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length % 4 == 1 || text.ContainsAnyExcept(_alphabet))
            return null;
        var bytes = Base64Url.DecodeFromChars(text);
        Span<char> again = text.Length <= 1024 ? stackalloc char[text.Length] : new char[text.Length];
        return Base64Url.TryEncodeToChars(bytes, again, out var written) && written == text.Length && text.SequenceEqual(again) ? bytes : null;
    }

    private static readonly System.Buffers.SearchValues<char> _alphabet =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
