using System.Text;

namespace BaseComponents.Authorities.Wire;

/// <summary>Makes text from outside fit for pages, logs and mail: one line, no control characters, not endless.</summary>
internal static class WireText
{
    private const int Longest = 500;

    public static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var character in text)
        {
            if (clean.Length == Longest)
                break;
            if (!char.IsWhiteSpace(character) && !char.IsControl(character))
                clean.Append(character);
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }

        // Half a character would be no text: normalisation throws on it.
        if (clean.Length > 0 && char.IsHighSurrogate(clean[^1]))
            clean.Length--;
        return clean.ToString().TrimEnd();
    }
}
