namespace BaseComponents.Authorities.Internal.Services;

/// <summary>
/// Cuts a text into words in one form for all spellings: <c>Führerschein</c>, <c>Fuehrerschein</c> and <c>FUHRERSCHEIN</c> are one word. An <c>e</c>
/// behind <c>a</c>, <c>o</c>, <c>u</c> counts as the dots of an umlaut, except behind another vowel or <c>q</c> (neu-e, Steu-er, Qu-elle).
/// </summary>
internal static class SearchWords
{
    /// <summary>Longer words are cut: nobody types them, and no title has them.</summary>
    public const int LongestWord = 48;

    /// <summary>The words in their order, at most so many.</summary>
    public static List<string> Of(string text, int most)
    {
        var words = new List<string>();
        Span<char> word = stackalloc char[LongestWord];
        var folded = Folding.Bare(text).AsSpan();
        foreach (var range in folded.Split(' '))
        {
            if (words.Count >= most)
                break;
            var length = Undotted(folded[range], word);
            if (length > 0)
                words.Add(new string(word[..length]));
        }

        return words;
    }

    private static int Undotted(ReadOnlySpan<char> folded, Span<char> word)
    {
        var length = 0;
        for (var index = 0; index < folded.Length && length < word.Length; index++)
        {
            var isDots = folded[index] == 'e' && index > 0 && (folded[index - 1] is 'a' or 'o' or 'u');
            if (!isDots || (index > 1 && (folded[index - 2] is 'a' or 'e' or 'i' or 'o' or 'u' or 'q' or 'y')))
                word[length++] = folded[index];
        }

        return length;
    }
}
