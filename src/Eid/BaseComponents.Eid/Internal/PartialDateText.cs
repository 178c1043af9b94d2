using System.Globalization;

namespace BaseComponents.Eid.Internal;

/// <summary>Texts of partial dates. The inner form is that of TR-03130: eight characters, a blank for each unknown digit.</summary>
internal static class PartialDateText
{
    public const string Unknown = "        ";
    private const char Blank = ' ';

    public static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string? Read(string? text)
    {
        if (text is null || Compact(text) is not { } compact)
            return null;
        var digits = WithoutZeroes(compact.PadRight(8));
        return IsPossible(digits) ? digits : null;
    }

    public static string ToIso(string digits)
    {
        var (year, month, day) = (digits[..4], digits[4..6], digits[6..]);
        if (string.IsNullOrWhiteSpace(day) && !year.Contains(Blank, StringComparison.Ordinal))
        {
            if (string.IsNullOrWhiteSpace(month))
                return year;
            if (!month.Contains(Blank, StringComparison.Ordinal))
                return $"{year}-{month}";
        }

        return $"{year}-{month}-{day}".Replace(Blank, 'X');
    }

    // "1964-08-12", "1964-XX", "196408  " and what a careless sender trims to "196408" become digits and blanks.
    private static string? Compact(string text)
    {
        var isIso = text.Length is 4 or 7 or 10 && (text.Length < 7 || text[4] == '-') && (text.Length < 10 || text[7] == '-');
        if (!isIso && text.Length is not (6 or 8))
            return null;
        var compact = isIso ? text.Replace("-", "", StringComparison.Ordinal).Replace('X', Blank) : text;
        return compact.Length is 4 or 6 or 8 && compact.All(c => c is Blank or (>= '0' and <= '9')) ? compact : null;
    }

    // Zeroes stand for unknown parts in OpenID Connect (year 0000) and in machine-readable zones.
    private static string WithoutZeroes(string digits)
    {
        var year = digits[..4] == "0000" ? "    " : digits[..4];
        var month = digits[4..6] == "00" ? "  " : digits[4..6];
        var day = digits[6..] == "00" ? "  " : digits[6..];
        return year + month + day;
    }

    private static bool IsPossible(string digits)
    {
        var month = Number(digits.AsSpan(4, 2));
        var day = Number(digits.AsSpan(6, 2));
        if (month > 12)
            return false;
        // A year that is not known may be a leap year; a month that is not known may have 31 days.
        return day is null || day <= DateTime.DaysInMonth(Number(digits.AsSpan(0, 4)) ?? 2000, month ?? 1);
    }
}
