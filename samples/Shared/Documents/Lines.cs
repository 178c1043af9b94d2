using System.Globalization;

namespace MunicipalService.Documents;

/// <summary>Breaks text into lines of a given width: between words, and inside a word only when it alone is too wide.</summary>
internal static class Lines
{
    public static IReadOnlyList<ShapedText> Of(string text, PdfFont font, float size, float width)
    {
        var lines = new List<string>();
        var current = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, font, size, width)))
        {
            var longer = current.Length == 0 ? word : current + " " + word;
            if (current.Length > 0 && font.Shape(longer, size).Width > width)
            {
                lines.Add(current);
                longer = word;
            }

            current = longer;
        }

        lines.Add(current);
        return [.. lines.Select(line => font.Shape(line, size))];
    }

    // Cuts between letters as people see them: a combining mark stays with its base.
    private static IEnumerable<string> Pieces(string word, PdfFont font, float size, float width)
    {
        if (font.Shape(word, size).Width <= width)
            return [word];
        var (pieces, piece) = (new List<string>(), "");
        foreach (var letter in Letters(word))
        {
            if (piece.Length > 0 && font.Shape(piece + letter, size).Width > width)
            {
                pieces.Add(piece);
                piece = "";
            }

            piece += letter;
        }

        return [.. pieces, piece];
    }

    private static IEnumerable<string> Letters(string word)
    {
        for (var letters = StringInfo.GetTextElementEnumerator(word); letters.MoveNext();)
            yield return letters.GetTextElement();
    }
}
