using BaseComponents.SecureMail.Internal;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>
/// The words that the gateway obeys in a subject. Where a caller's text holds one, or what looks like one, a hyphen is put into it: the text stays readable, and the word is none any more. They are
/// found inside longer words as well, since nobody knows how a gateway looks for them.
/// </summary>
internal sealed class ControlWords(IEnumerable<string> words)
{
    private const int MaxFound = 200;
    private readonly string[] _words = [.. words.Select(word => LookAlikes.Fold(word).Text).Distinct()];

    /// <summary>Whether a word can be told from others: one letter cannot, and one that no letter is left of neither.</summary>
    public static bool IsUsable(string? word) => word is not null && !word.Any(char.IsControl) && LookAlikes.Fold(word).Text.Length > 1;

    public bool AreIn(string text) => Array.Exists(_words, LookAlikes.Fold(text).Text.Contains);

    /// <returns>The text without control words, and how many there were.</returns>
    public (string Text, int Count) BreakUp(string text)
    {
        var count = 0;
        for (; PlaceIn(text) is { } place; count++)
        {
            if (count == MaxFound)
                throw Fault.Invalid("The subject is made of words that the gateway obeys (Gateway:ControlWords). Use another one.");
            text = text.Insert(place, "-");
        }

        return (text, count);
    }

    // Behind the first character of the first word: what follows of it is none any more.
    private int? PlaceIn(string text)
    {
        var (folded, ends) = LookAlikes.Fold(text);
        var first = _words.Select(word => folded.IndexOf(word, StringComparison.Ordinal)).Where(index => index >= 0).DefaultIfEmpty(-1).Min();
        return first < 0 ? null : ends[first];
    }
}
