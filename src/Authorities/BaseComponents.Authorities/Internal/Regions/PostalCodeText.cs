using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Regions;

/// <summary>Finds a postal code in what people type, before or behind the name.</summary>
internal static class PostalCodeText
{
    private const int Length = 5;

    /// <param name="text">What was typed.</param>
    /// <param name="code">The postal code.</param>
    /// <param name="rest">The text without it.</param>
    public static bool TryFind(string text, out PostalCode code, out string rest)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            if (end - start == Length && (start == 0 || !char.IsLetter(text[start - 1])) && PostalCode.TryParse(text.AsSpan(start, Length), out code))
            {
                rest = $"{WithoutCountry(text[..start])} {text[end..]}";
                return true;
            }

            start = end;
        }

        (code, rest) = (default, text);
        return false;
    }

    // "D-09599" and "DE 09599": the letters of the country are no name.
    private static string WithoutCountry(string text)
    {
        var trimmed = text.TrimEnd(' ', '-');
        foreach (var country in (ReadOnlySpan<string>)["DE", "D"])
        {
            if (trimmed.EndsWith(country, StringComparison.OrdinalIgnoreCase) && (trimmed.Length == country.Length || !char.IsLetterOrDigit(trimmed[^(country.Length + 1)])))
                return trimmed[..^country.Length];
        }

        return text;
    }
}
