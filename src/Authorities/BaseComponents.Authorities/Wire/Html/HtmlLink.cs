using System.Buffers;
using System.Net;

namespace BaseComponents.Authorities.Wire.Html;

/// <summary>Finds the address of a link, and takes it only if it leads to a page, a mailbox or a telephone.</summary>
internal static class HtmlLink
{
    private const int Longest = 2000;
    private static readonly SearchValues<char> NameEnds = SearchValues.Create("= \t\r\n\f");
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\r\n\f");

    /// <summary>The address in the attributes of a tag; null if there is none, or one that is not allowed.</summary>
    public static string? AddressOf(ReadOnlySpan<char> attributes)
    {
        while (!attributes.IsEmpty)
        {
            attributes = attributes.TrimStart(" \t\r\n\f/");
            var nameEnd = attributes.IndexOfAny(NameEnds);
            var name = nameEnd < 0 ? attributes : attributes[..nameEnd];
            attributes = nameEnd < 0 ? default : attributes[nameEnd..].TrimStart();
            if (attributes is not ['=', ..])
            {
                // A name without value; one of no length at all must not stand still.
                attributes = name.IsEmpty && !attributes.IsEmpty ? attributes[1..] : attributes;
                continue;
            }

            var value = Value(attributes[1..].TrimStart(), out attributes);
            if (name.Equals("href", StringComparison.OrdinalIgnoreCase))
                return Allowed(WebUtility.HtmlDecode(value.ToString()));
        }

        return null;
    }

    /// <summary>The address if it is allowed, in its canonical form.</summary>
    public static string? Allowed(string address)
    {
        var trimmed = address.Trim();
        return trimmed.Length is > 0 and <= Longest
            && !trimmed.Any(character => char.IsControl(character) || !WireText.IsVisible(character))
            && Uri.TryCreate(trimmed, UriKind.Absolute, out var uri)
            && IsHarmless(uri)
                ? uri.AbsoluteUri
                : null;
    }

    // What stands before an @ in the address of a page only makes it look like another one.
    private static bool IsHarmless(Uri uri) => uri.Scheme is "mailto" or "tel" || (uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0);

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        var isQuoted = text is ['"' or '\'', ..] && text[1..].Contains(text[0]);
        var start = isQuoted ? 1 : 0;
        var length = isQuoted ? text[1..].IndexOf(text[0]) : text.IndexOfAny(Spaces);
        length = length < 0 ? text.Length : length;
        rest = text[Math.Min(text.Length, start + length + start)..];
        return text.Slice(start, length);
    }
}
