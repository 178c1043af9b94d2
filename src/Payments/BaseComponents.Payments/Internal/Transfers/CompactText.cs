namespace BaseComponents.Payments.Internal.Transfers;

/// <summary>Keys as people write them: letters and digits in groups. Read without the blanks, written in fours for paper.</summary>
internal static class CompactText
{
    // Longer than any key with a blank after each sign; whatever is longer is no key and not worth reading.
    private const int LongestInput = 80;
    private const char NoBreakSpace = '\u00A0';

    /// <summary>The ASCII letters and digits of the text, or null when there is anything else but blanks, or too little or too much.</summary>
    public static string? Read(ReadOnlySpan<char> text, int minLength, int maxLength)
    {
        if (text.Length > LongestInput)
            return null;
        Span<char> signs = stackalloc char[LongestInput];
        var count = 0;
        foreach (var sign in text)
        {
            if (sign is ' ' or NoBreakSpace)
                continue;
            if (!char.IsAsciiLetterOrDigit(sign))
                return null;
            signs[count++] = sign;
        }

        return count >= minLength && count <= maxLength ? new string(signs[..count]) : null;
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{char}, int, int)"/>
    public static string? ReadCapitals(ReadOnlySpan<char> text, int minLength, int maxLength) => Read(text, minLength, maxLength)?.ToUpperInvariant();

    /// <summary>The key in the format: <c>G</c> as machines write it, <c>P</c> in fours as paper shows it.</summary>
    public static string Format(string key, string? format) => format switch
    {
        null or "" or "G" or "g" => key,
        "P" or "p" => string.Join(' ', key.Chunk(4).Select(static group => new string(group))),
        _ => throw new FormatException("The format is not known; known are G (without blanks) and P (in groups of four)."),
    };

    public static bool TryWrite(string text, Span<char> destination, out int charsWritten)
    {
        var fits = text.AsSpan().TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }
}
