using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>
/// What a text looks like, for finding words in it: lower case, without accents, blanks and characters that show nothing; full-width, mathematical and encircled letters, and letters of other scripts that look
/// alike, as the Latin ones. Of each character it is known where it ends in the text.
/// </summary>
internal static class LookAlikes
{
    // Greek, Cyrillic and Armenian, and Latin letters that Unicode does not take apart; each before the one that it looks like.
    private const string Pairs =
        "аaеeоoрpсcхxуyіiјjѕsһhԁdԛqԝwвbкkмmнhтtгrзzьbαaβbεeηnιiκkνvοoρpτtυuχxωwοoսuոnցgıiłløođdħhʟlɪiɴnʀrᴘpᴀaɢgʏyᴛtɡgƒf" +
        "【[〔[〖[❲[⟦[⁅[】]〕]〗]❳]⟧]⁆]‐-‒-–-—-―-−-";

    private static readonly FrozenDictionary<char, char> _latin = Pairs.Chunk(2).DistinctBy(pair => pair[0]).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    // Letters in circles, squares and brackets: where each alphabet begins.
    private static readonly int[] _alphabets = [0x249C, 0x24B6, 0x24D0, 0x1F110, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6];

    public static (string Text, IReadOnlyList<int> Ends) Fold(string text)
    {
        var (folded, ends, index) = (new StringBuilder(text.Length), new List<int>(text.Length), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            index += rune.Utf16SequenceLength;
            foreach (var shown in Plain(WholeText.Of(rune)).ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(IsSeen))
            {
                folded.Append(Simple(shown));
                ends.AddRange(Enumerable.Repeat(index, folded.Length - ends.Count));
            }
        }

        return (folded.ToString(), ends);
    }

    private static string Simple(Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        return lower.IsBmp && _latin.TryGetValue((char)lower.Value, out var latin) ? latin.ToString() : lower.ToString();
    }

    // The platform's own table is missing where globalization is invariant; these it must not depend on.
    private static Rune Plain(Rune rune) => rune.Value switch
    {
        >= 0xFF01 and <= 0xFF5E and var wide => new Rune(wide - 0xFEE0),
        >= 0x1D400 and <= 0x1D6A3 and var letter => new Rune('a' + ((letter - 0x1D400) % 26)),
        var other when Array.Find(_alphabets, begin => other >= begin && other < begin + 26) is > 0 and var begin => new Rune('a' + other - begin),
        _ => rune,
    };

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format or UnicodeCategory.Control
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune.Value is not (0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0);
}
