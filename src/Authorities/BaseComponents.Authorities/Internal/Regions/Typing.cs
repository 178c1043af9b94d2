namespace BaseComponents.Authorities.Internal.Regions;

/// <summary>
/// Counts typing mistakes between two words: a letter too much, missing, wrong, or two neighbours swapped. One is allowed from four letters, two
/// from eight.
/// </summary>
internal static class Typing
{
    private const int LongestWord = 64;

    /// <summary>The most mistakes allowed in a word.</summary>
    public static int Allowed(ReadOnlySpan<char> typed) => typed.Length switch { < 4 => 0, < 8 => 1, _ => 2 };

    /// <summary>The number of mistakes; <see cref="WordMatch.None"/> if there are more than allowed.</summary>
    public static int Distance(ReadOnlySpan<char> word, ReadOnlySpan<char> typed)
    {
        var allowed = Allowed(typed);
        if (Math.Abs(word.Length - typed.Length) > allowed || Math.Max(word.Length, typed.Length) > LongestWord)
            return WordMatch.None;
        var distance = Compute(word, typed, allowed);
        return distance <= allowed ? distance : WordMatch.None;
    }

    /// <summary>One bit for each letter that occurs. Words that differ by few mistakes differ by few bits.</summary>
    public static uint Letters(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
            letters |= 1u << (letter is >= 'a' and <= 'z' ? letter - 'a' : 26 + (letter % 6));
        return letters;
    }

    // Three rows of the table of distances (optimal string alignment); ends early when a whole row is beyond what is allowed.
    private static int Compute(ReadOnlySpan<char> word, ReadOnlySpan<char> typed, int allowed)
    {
        Span<int> before = stackalloc int[LongestWord + 1];
        Span<int> last = stackalloc int[LongestWord + 1];
        Span<int> row = stackalloc int[LongestWord + 1];
        for (var column = 0; column <= typed.Length; column++)
            last[column] = column;
        for (var line = 1; line <= word.Length; line++)
        {
            row[0] = line;
            var least = line;
            for (var column = 1; column <= typed.Length; column++)
            {
                var wrong = last[column - 1] + (word[line - 1] == typed[column - 1] ? 0 : 1);
                var distance = Math.Min(wrong, Math.Min(last[column], row[column - 1]) + 1);
                if (line > 1 && column > 1 && word[line - 1] == typed[column - 2] && word[line - 2] == typed[column - 1])
                    distance = Math.Min(distance, before[column - 2] + 1);
                row[column] = distance;
                least = Math.Min(least, distance);
            }

            if (least > allowed)
                return least;
            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[typed.Length];
    }
}
