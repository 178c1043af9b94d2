namespace BaseComponents.Payments.Internal;

/// <summary>
/// The patterns of XBezahldienste 1.0.0 with the meaning they have in ECMAScript, where <c>\w</c> and <c>\d</c> are ASCII. .NET's own
/// reading would let letters of every script through.
/// </summary>
internal static class WireText
{
    public const string IdentifierSigns = "A-Z a-z 0-9 _ -";
    public const string DescriptionSigns = "letters (accents and umlauts too), digits, blanks, - , . _";

    /// <summary><c>^[\w\d-]+$</c></summary>
    public static bool IsIdentifier(string text) => text.All(static c => IsWord(c) || c == '-');

    /// <summary><c>^[\w\d\s-]+$</c></summary>
    public static bool IsPurpose(string text) => text.All(static c => IsWord(c) || c == '-' || IsBlank(c));

    /// <summary><c>^[\w\d\s-,\.\u00C0-\u017F]+$</c></summary>
    public static bool IsDescription(string text) => text.All(static c => IsWord(c) || c is '-' or ',' or '.' or (>= 'À' and <= 'ſ') || IsBlank(c));

    /// <summary>Whether no half of a surrogate pair stands alone: such a text cannot be written, and two of them become the same bytes.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
                continue;
            if (!char.IsSurrogatePair(text, index))
                return false;
            index++;
        }

        return true;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    // Line breaks and tabs match \s too, but have no place on a bank statement or a button: only the blank is written.
    private static bool IsBlank(char c) => c == ' ';
}
