namespace BaseComponents.Authorities.Internal;

/// <summary>The number of an account: two letters, two check digits, up to thirty letters and digits (ISO 13616).</summary>
internal static class Iban
{
    private const int Shortest = 15;
    private const int Longest = 34;
    private const int GermanLength = 22;

    /// <summary>The number without spaces if form and check digits are right, otherwise null.</summary>
    public static string? Read(string text)
    {
        var iban = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return HasForm(iban) && Remainder(string.Concat(iban.AsSpan(4), iban.AsSpan(0, 4))) == 1 ? iban : null;
    }

    private static bool HasForm(string iban) =>
        iban.Length is >= Shortest and <= Longest
        && iban.All(char.IsAsciiLetterOrDigit)
        && char.IsAsciiLetter(iban[0]) && char.IsAsciiLetter(iban[1])
        && char.IsAsciiDigit(iban[2]) && char.IsAsciiDigit(iban[3])
        && (!iban.StartsWith("DE", StringComparison.Ordinal) || (iban.Length == GermanLength && iban.Skip(2).All(char.IsAsciiDigit)));

    // Letters count as two digits, A as 10.
    private static int Remainder(string digits)
    {
        var remainder = 0;
        foreach (var character in digits)
        {
            var value = char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
            remainder = ((remainder * (value > 9 ? 100 : 10)) + value) % 97;
        }

        return remainder;
    }
}
