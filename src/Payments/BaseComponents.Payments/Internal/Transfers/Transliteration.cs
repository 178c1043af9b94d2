using System.Globalization;
using System.Text;
using BaseComponents.Payments.Transfers;
using BaseComponents.Shared;

namespace BaseComponents.Payments.Internal.Transfers;

/// <summary>Writes characters in ASCII. The one table behind the purpose of a payment and the text of a transfer.</summary>
internal static class Transliteration
{
    /// <summary>For each character of the text what stands for it: empty for what nobody sees, null for what has no equivalent.</summary>
    public static IEnumerable<string?> Of(string text, UmlautWriting umlauts) =>
        WholeText.Of(text).Normalize(NormalizationForm.FormC).EnumerateRunes().Select(rune => Of(rune, umlauts));

    private static string? Of(Rune rune, UmlautWriting umlauts)
    {
        if (Rune.IsWhiteSpace(rune))
            return " ";
        if (rune.IsAscii)
            return Rune.IsControl(rune) ? null : rune.ToString();
        if (IsUnseen(rune))
            return "";
        return LatinLetters.Umlaut(rune, umlauts) ?? LatinLetters.Other(rune) ?? Decomposed(rune);
    }

    private static string? Decomposed(Rune rune)
    {
        var parts = rune.ToString().Normalize(NormalizationForm.FormKD);
        var plain = new StringBuilder();
        foreach (var part in parts.EnumerateRunes())
        {
            var written = IsUnseen(part) ? "" : part.IsAscii ? part.ToString() : LatinLetters.Other(part);
            if (written is null)
                return null;
            plain.Append(written);
        }

        return plain.ToString();
    }

    // Accents that belong to no letter, joiners, soft hyphens, marks of direction.
    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
