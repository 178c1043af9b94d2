namespace BaseComponents.Authorities.Internal.Regions;

/// <summary>How well the words somebody typed fit a municipality.</summary>
internal static class WordMatch
{
    /// <summary>The words do not fit.</summary>
    public const int None = int.MaxValue;

    /// <summary>From here on the match is a guess: single letters abbreviate much, and mistyped words may be others.</summary>
    public const int Guess = 50;

    private const int Abbreviation = 2;
    private const int Other = 3;
    private const int Typo = 100;

    /// <summary>
    /// The sum over all words, 0 best: a word of the name, the beginning of one, what the name abbreviates, what tells the municipality apart, and
    /// last what is mistyped. Every word must fit, and one of them must be of the name itself.
    /// </summary>
    public static int Score(PlaceWords place, SearchQuery query, bool withTypos)
    {
        var (sum, named) = (0, false);
        for (var index = 0; index < query.Count; index++)
        {
            var score = Score(place, query.FullWords[index], query.BareWords[index], withTypos);
            if (score == None)
                return None;
            sum += score;
            named |= score is < Abbreviation or > Guess;
        }

        return named ? sum : None;
    }

    private static int Score(PlaceWords place, string full, string bare, bool withTypos)
    {
        var best = None;
        foreach (var word in place.Words)
            best = Math.Min(best, Math.Min(Score(word, full), ReferenceEquals(full, bare) ? None : Score(word, bare)));
        if (best == None && Fits(place.Others, full, bare))
            best = Other;
        return best == None && withTypos ? Mistyped(place, full, bare) : best;
    }

    // Also the long form of what the official name abbreviates: "Neukirchen Erzgebirge" for "Neukirchen/Erzgeb.".
    private static int Score(string word, string typed)
    {
        if (word.StartsWith(typed, StringComparison.Ordinal))
            return word.Length == typed.Length ? 0 : 1;
        if (!typed.StartsWith(word, StringComparison.Ordinal))
            return None;
        return word.Length == 1 ? Guess : Abbreviation;
    }

    private static bool Fits(string[] others, string full, string bare)
    {
        foreach (var other in others)
        {
            if (other.StartsWith(full, StringComparison.Ordinal) || other.StartsWith(bare, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static int Mistyped(PlaceWords place, string full, string bare)
    {
        var best = None;
        foreach (var word in place.Words)
        {
            var distance = Math.Min(Typing.Distance(word, full), ReferenceEquals(full, bare) ? None : Typing.Distance(word, bare));
            if (distance != None)
                best = Math.Min(best, distance * Typo);
        }

        return best;
    }
}
