using System.Text;
using System.Text.Unicode;

namespace BaseComponents.Authorities.Internal;

/// <summary>Reads the text of a key without allocating. Only ASCII digits count: other scripts' digits are never part of an official key.</summary>
internal static class KeyText
{
    /// <summary>Longest text that any key may be written in, prefix and separators included.</summary>
    public const int Longest = 100;

    private const int Shown = 40;

    public static bool TryReadDigits(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > 18)
            return false;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
                return false;
            value = (value * 10) + (character - '0');
        }

        return true;
    }

    /// <summary>The text without white space around it and without the prefix of its URN; nothing if it is too long for a key.</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text, string urnPrefix)
    {
        if (text.Length > Longest)
            return default;
        var bare = text.Trim();
        return bare.StartsWith(urnPrefix, StringComparison.OrdinalIgnoreCase) ? bare[urnPrefix.Length..] : bare;
    }

    /// <summary>Makes characters of UTF-8 bytes.</summary>
    /// <returns>Their number; -1 if the bytes are no UTF-8 or longer than a key can be.</returns>
    public static int Widen(ReadOnlySpan<byte> utf8, Span<char> text) =>
        Utf8.ToUtf16(utf8, text, out _, out var written, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done ? written : -1;

    /// <summary>What was given, safe for a message: short, and without anything that could break a log line.</summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        Span<char> shown = stackalloc char[Math.Min(text.Length, Shown)];
        for (var index = 0; index < shown.Length; index++)
            shown[index] = char.IsAsciiLetterOrDigit(text[index]) || text[index] is ' ' or ':' or '-' ? text[index] : '?';
        return text.Length > shown.Length ? $"'{shown}...'" : $"'{shown}'";
    }

    /// <inheritdoc cref="Quote(ReadOnlySpan{char})"/>
    public static string Quote(ReadOnlySpan<byte> utf8) => Quote(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, Longest)]));
}
