using System.Globalization;
using System.Text;

namespace BaseComponents.Payments.Internal.Transfers;

/// <summary>A text as pieces that stay whole: what one character has become, or a character with its accents.</summary>
internal static class Pieces
{
    /// <summary>What a reader takes for one character each.</summary>
    public static IEnumerable<string> Characters(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }

    /// <summary>Without blanks at both ends, and with one between words.</summary>
    public static IReadOnlyList<string> WithSingleBlanks(IEnumerable<string> pieces)
    {
        var kept = new List<string>();
        foreach (var piece in pieces)
        {
            if (piece.Length > 0 && (piece != " " || (kept.Count > 0 && kept[^1] != " ")))
                kept.Add(piece);
        }

        if (kept.Count > 0 && kept[^1] == " ")
            kept.RemoveAt(kept.Count - 1);
        return kept;
    }

    /// <summary>As many pieces as fit; back to the last whole word, where that is in the second half.</summary>
    public static string Cut(IEnumerable<string> pieces, int maxLength)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (piece.Length > maxLength - text.Length)
                return AtWord(text.ToString(), endsWord: piece.StartsWith(' '), maxLength);
            text.Append(piece);
        }

        return text.ToString();
    }

    private static string AtWord(string text, bool endsWord, int maxLength)
    {
        if (endsWord)
            return text.TrimEnd(' ');
        var lastBlank = text.LastIndexOf(' ');
        return (lastBlank > maxLength / 2 ? text[..lastBlank] : text).TrimEnd(' ');
    }
}
