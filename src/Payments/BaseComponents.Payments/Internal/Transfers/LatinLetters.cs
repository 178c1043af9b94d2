using System.Text;
using BaseComponents.Payments.Transfers;

namespace BaseComponents.Payments.Internal.Transfers;

/// <summary>Letters and signs that ASCII has no accents for: what taking the accent away does not solve.</summary>
internal static class LatinLetters
{
    public static string? Umlaut(Rune rune, UmlautWriting writing) => writing is UmlautWriting.WrittenOut ? WrittenOut(rune) : BaseLetter(rune);

    public static string? Other(Rune rune) => rune.Value switch
    {
        'æ' => "ae",
        'Æ' => "Ae",
        'œ' => "oe",
        'Œ' => "Oe",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' or 'ð' => "d",
        'Đ' or 'Ð' => "D",
        'þ' => "th",
        'Þ' => "Th",
        'ħ' => "h",
        'Ħ' => "H",
        'ŧ' => "t",
        'Ŧ' => "T",
        'ŋ' => "n",
        'Ŋ' => "N",
        'ĸ' => "k",
        'ı' => "i",
        >= '‐' and <= '―' or '−' => "-",
        >= '‘' and <= '‟' or '‹' or '›' or '«' or '»' or '´' or '′' => "'",
        '⁄' => "/",
        '€' => "EUR",
        _ => null,
    };

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
        _ => null,
    };

    private static string? BaseLetter(Rune rune) => rune.Value switch
    {
        'ß' => "s",
        'ẞ' => "S",
        _ => null,
    };
}
