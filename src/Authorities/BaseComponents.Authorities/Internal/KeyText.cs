namespace BaseComponents.Authorities.Internal;

/// <summary>Reads the digits of a key. Only ASCII digits count: other scripts' digits are never part of an official key.</summary>
internal static class KeyText
{
    /// <summary>Longest text that any key may be written in, prefix and separators included.</summary>
    public const int Longest = 100;

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

    /// <summary>What was given, safe for a message: short, and without anything that could break a log line.</summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        Span<char> shown = stackalloc char[Math.Min(text.Length, 40)];
        for (var index = 0; index < shown.Length; index++)
            shown[index] = char.IsAsciiLetterOrDigit(text[index]) || text[index] is ' ' or ':' or '-' ? text[index] : '?';
        return text.Length > shown.Length ? $"'{shown}...'" : $"'{shown}'";
    }

    public static bool TryWrite(string text, Span<char> destination, out int written)
    {
        var fits = text.TryCopyTo(destination);
        written = fits ? text.Length : 0;
        return fits;
    }

    public static FormatException UnknownFormat(string? format, string known) =>
        new($"The format {Quote(format)} is not known. Use one of: {known}.");
}
