using System.Globalization;
using System.Text;

namespace BaseComponents.Payments;

/// <summary>Makes a text fit for the bank statement. Explicit, so that nothing is changed silently.</summary>
/// <remarks>German: Verwendungszweck. XBezahldienste 1.0.0 allows 27 characters without umlauts, full stop and slash.</remarks>
public static class PurposeText
{
    /// <summary>The most characters a purpose has.</summary>
    public const int MaxLength = 27;

    /// <summary>Writes umlauts out, drops accents, replaces other signs by a blank, and shortens at a word where it can.</summary>
    /// <param name="text">Any text, such as <c>Hundesteuer für Jänner/2027</c>.</param>
    /// <returns>A purpose that <see cref="PaymentOrder.Check"/> accepts, or an empty text when nothing is left.</returns>
    public static string From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Shorten(Transliterate(text));
    }

    private static string Transliterate(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
            plain.Append(WrittenOut(rune) ?? Decomposed(rune));
        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // Half of a character cannot be normalised; the enumeration puts U+FFFD in its place.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    private static string? WrittenOut(Rune rune) => rune.Value switch
    {
        'ä' => "ae",
        'ö' => "oe",
        'ü' => "ue",
        'Ä' => "Ae",
        'Ö' => "Oe",
        'Ü' => "Ue",
        'ß' => "ss",
        'ẞ' => "SS",
        'æ' => "ae",
        'Æ' => "Ae",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' => "d",
        'Đ' => "D",
        _ => null,
    };

    private static string Decomposed(Rune rune)
    {
        var kept = rune.ToString().Normalize(NormalizationForm.FormD).Where(IsAllowed).ToArray();
        var isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;
        return kept.Length > 0 ? new string(kept) : isMark ? "" : " ";
    }

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    private static string Shorten(string text)
    {
        if (text.Length <= MaxLength)
            return text;
        var lastBlank = text.LastIndexOf(' ', MaxLength);
        return lastBlank > MaxLength / 2 ? text[..lastBlank] : text[..MaxLength];
    }
}
