using System.Globalization;

namespace BaseComponents.Payments.Internal.Transfers;

/// <summary>ISO/IEC 7064, MOD 97-10, as IBAN and ISO 11649 use it: the first four signs count last, a letter counts as a number from 10 to 35.</summary>
internal static class Mod97
{
    private const int Prefix = 4;

    /// <summary>Whether the two digits after the first two letters check the capitals and digits that follow.</summary>
    public static bool IsValid(string text) => IsCheckNumber(text) && Remainder(text) == 1;

    /// <summary>The two check digits between a prefix of two letters and the rest.</summary>
    public static string CheckDigits(string prefix, string rest) =>
        (98 - Remainder($"{prefix}00{rest}")).ToString("00", CultureInfo.InvariantCulture);

    // Check digits are computed as 98 minus a remainder: 00, 01 and 99 never come out, but would pass for 97, 98 and 02.
    private static bool IsCheckNumber(string text) =>
        char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]) && text.AsSpan(2, 2) is not ("00" or "01" or "99");

    private static int Remainder(string text) => Continue(Continue(0, text.AsSpan(Prefix)), text.AsSpan(0, Prefix));

    private static int Continue(int remainder, ReadOnlySpan<char> signs)
    {
        foreach (var sign in signs)
            remainder = char.IsAsciiDigit(sign) ? (remainder * 10 + (sign - '0')) % 97 : (remainder * 100 + (sign - 'A' + 10)) % 97;
        return remainder;
    }
}
