using System.Globalization;
using System.Text;
using BaseComponents.Shared;

namespace BaseComponents.Authorities.Internal;

/// <summary>
/// Brings names and what people type into one form: lower case, without marks and punctuation. German umlauts have two such forms, since
/// people write both <c>Doebeln</c> and <c>Dobeln</c>.
/// </summary>
internal static class Folding
{
    /// <summary>Umlauts written out (ä = ae), other marks dropped.</summary>
    public static string Full(string text) => Fold(Spell(text));

    /// <summary>All marks dropped (ä = a).</summary>
    public static string Bare(string text) => Fold(text);

    private static string Spell(string text) => text
        .Replace("ä", "ae", StringComparison.OrdinalIgnoreCase)
        .Replace("ö", "oe", StringComparison.OrdinalIgnoreCase)
        .Replace("ü", "ue", StringComparison.OrdinalIgnoreCase);

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 8);
        foreach (var character in WholeText.Of(text).ToLowerInvariant().Normalize(NormalizationForm.FormD))
            Append(folded, character);
        return folded.ToString().TrimEnd();
    }

    private static void Append(StringBuilder folded, char character)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark)
            return;
        if (char.IsLetterOrDigit(character))
            AppendLetter(folded, character);
        else if (folded.Length > 0 && folded[^1] != ' ')
            folded.Append(' ');
    }

    // Letters of German, Sorbian, Polish and Czech names that Unicode does not split into letter and mark.
    private static StringBuilder AppendLetter(StringBuilder folded, char letter) => letter switch
    {
        'ß' => folded.Append("ss"),
        'ł' => folded.Append('l'),
        'đ' => folded.Append('d'),
        'ø' => folded.Append('o'),
        _ => folded.Append(letter),
    };
}
