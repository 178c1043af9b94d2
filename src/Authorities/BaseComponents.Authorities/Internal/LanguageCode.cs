namespace BaseComponents.Authorities.Internal;

/// <summary>Brings the many ways of writing a language into one: small letters, two where there are two, without the country.</summary>
internal static class LanguageCode
{
    public const string German = "de";
    private const int Longest = 35;

    /// <summary>The language; German where nothing is said, since that is what an authority writes in.</summary>
    public static string Normalize(string? code)
    {
        if (code is "de" or "en")
            return code;
        if (string.IsNullOrWhiteSpace(code) || code.Length > Longest)
            return German;
        var parts = code.Trim().Replace('_', '-').ToLowerInvariant().Split('-', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0 || parts[0].Length is < 2 or > 3 || parts.Any(part => !part.All(char.IsAsciiLetterOrDigit)))
            return German;
        // Countries and scripts (de-DE, de-Latn) say nothing here; additions such as x-simple are a language of their own.
        return string.Join('-', [Short(parts[0]), .. parts.Skip(1).SkipWhile(part => part.Length is 2 or 4)]);
    }

    private static string Short(string language) => language switch
    {
        "deu" or "ger" => German,
        "eng" => "en",
        "fra" or "fre" => "fr",
        "pol" => "pl",
        "ces" or "cze" => "cs",
        "ukr" => "uk",
        _ => language,
    };
}
