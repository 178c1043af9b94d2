namespace DogLicence.Registration;

/// <summary>Rule for the number of a chip (Transpondernummer).</summary>
public static class ChipRule
{
    /// <summary>Transponder number: fifteen digits, the first three a country or a maker (ISO 11784); 999 marks test chips.</summary>
    public static string? Chip(this FieldErrors errors, string field, string? raw)
    {
        var digits = string.Concat((raw ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.')));
        if (digits.Length == 0)
            return null;
        if (digits.Length == 15 && digits.All(char.IsAsciiDigit) && !digits.StartsWith("999", StringComparison.Ordinal) && !digits.StartsWith("000", StringComparison.Ordinal))
            return digits;
        errors.Add(field, "Chipnummer: Bitte geben Sie alle 15 Ziffern ein, zum Beispiel 276 098 106 123 456. Sie stehen im Heimtierausweis.");
        return null;
    }
}
