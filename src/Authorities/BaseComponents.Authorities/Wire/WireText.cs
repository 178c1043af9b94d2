using System.Globalization;
using System.Text;
using BaseComponents.Shared;

namespace BaseComponents.Authorities.Wire;

/// <summary>
/// Makes text from outside fit for pages, logs and mail: one line, not endless, without control characters and without those that nobody
/// sees but that turn the direction of others. Letters are composed, as String.Latin names them.
/// </summary>
internal static class WireText
{
    /// <summary>The most characters of a name or value.</summary>
    public const int Longest = 500;

    // Below it every text is composed already.
    private const char FirstCombining = '\u0300';

    public static string Clean(string text) => Clean(text.AsSpan());

    public static string Clean(ReadOnlySpan<char> text)
    {
        Span<char> clean = stackalloc char[Longest];
        return new string(Clean(text, clean));
    }

    /// <summary>The clean text: the one given, or written into a buffer of <see cref="Longest"/> characters.</summary>
    public static ReadOnlySpan<char> Clean(ReadOnlySpan<char> text, Span<char> clean)
    {
        if (IsClean(text))
            return text;
        var (length, isComposed) = (0, true);
        foreach (var character in text)
        {
            if (length == Longest)
                break;
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (length > 0 && clean[length - 1] != ' ')
                    clean[length++] = ' ';
            }
            else if (IsVisible(character))
            {
                clean[length++] = character;
                isComposed &= character is < FirstCombining or (>= '\u2010' and <= '\u203A');
            }
        }

        // Half a character would be no text: normalisation throws on it.
        if (length > 0 && char.IsHighSurrogate(clean[length - 1]))
            length--;
        var trimmed = clean[..length].TrimEnd(' ');
        return isComposed ? trimmed : Composed(trimmed);
    }

    // Nearly all text is: then nothing is copied.
    private static bool IsClean(ReadOnlySpan<char> text) =>
        text.Length <= Longest && text.IndexOfAnyExceptInRange(' ', '~') < 0 && !(text is [' ', ..] or [.., ' ']) && text.IndexOf("  ") < 0;

    /// <summary>Whether a character is seen, or belongs to one that is: no direction marks, no joiners of nothing, no soft hyphens.</summary>
    public static bool IsVisible(char character) => character < '\u00AD' || char.GetUnicodeCategory(character) != UnicodeCategory.Format;

    private static ReadOnlySpan<char> Composed(ReadOnlySpan<char> text)
    {
        var whole = new string(text);
        try
        {
            return whole.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // What cannot be composed is left out.
            return string.Concat(whole.EnumerateRunes().Where(rune => WholeText.Of(rune) != Rune.ReplacementChar)).Normalize(NormalizationForm.FormC);
        }
    }
}
