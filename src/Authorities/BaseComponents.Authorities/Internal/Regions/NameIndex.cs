namespace BaseComponents.Authorities.Internal.Regions;

/// <summary>
/// Finds municipalities by name: first those whose name is or begins with what was typed, then those with its words in any place, and only if there
/// is neither, those whose words are mistyped.
/// </summary>
internal sealed class NameIndex
{
    // A bound for texts of single letters, whose words begin like half the country's.
    private const int MostCandidates = 4_000;
    private readonly PlaceWords[] _places;
    private readonly (string Name, int Place)[] _names;
    private readonly string[] _nameKeys;
    private readonly WordIndex _words;
    private readonly WordIndex _others;

    /// <param name="places">All municipalities, in the order in which equally good ones are answered.</param>
    public NameIndex(IEnumerable<Municipality> places)
    {
        _places = [.. places.Select(PlaceWords.Of)];
        _names = [.. _places.SelectMany((place, number) => place.Names.Select(name => (name, number))).OrderBy(entry => entry.name, StringComparer.Ordinal)];
        _nameKeys = [.. _names.Select(entry => entry.Name)];
        _words = new WordIndex(_places.SelectMany((place, number) => place.Words.Select(word => (word, number))));
        _others = new WordIndex(_places.SelectMany((place, number) => place.Others.Select(word => (word, number))));
    }

    /// <summary>The numbers of the municipalities that fit, the best first.</summary>
    /// <param name="query">What was typed; not empty.</param>
    /// <param name="most">How many are wanted.</param>
    public List<int> Find(SearchQuery query, int most)
    {
        var found = Names(query, most);
        var words = found.Count < most ? Words(query) : [];
        var isGuess = found.Count == 0 && (words.Count == 0 || words[0].Score >= WordMatch.Guess);
        Append(found, words, most);
        if (isGuess)
            Append(found, Mistyped(query), most);
        return found;
    }

    /// <summary>Those of some municipalities that fit, the best first; typing mistakes are looked at only if none fits otherwise.</summary>
    public List<int> Among(IReadOnlyCollection<int> numbers, SearchQuery query)
    {
        var found = Scored(numbers, query, withTypos: false);
        return [.. (found.Count > 0 ? found : Scored(numbers, query, withTypos: true)).Select(hit => hit.Place)];
    }

    private List<int> Names(SearchQuery query, int most)
    {
        var hits = new List<(int Rank, int Place)>();
        AddNames(query.Full, most, hits);
        if (query.Bare != query.Full)
            AddNames(query.Bare, most, hits);
        return [.. hits.Order().Select(hit => hit.Place).Distinct().Take(most)];
    }

    // The range is sorted: the name itself, then the name with more words, then longer words. So the first are the best.
    private void AddNames(string query, int most, List<(int Rank, int Place)> hits)
    {
        var place = Array.BinarySearch(_nameKeys, query, StringComparer.Ordinal);
        place = place < 0 ? ~place : place;
        while (place > 0 && _nameKeys[place - 1] == query)
            place--;
        for (var end = hits.Count + (2 * most); place < _names.Length && hits.Count < end && _nameKeys[place].StartsWith(query, StringComparison.Ordinal); place++)
            hits.Add((RankOf(_nameKeys[place], query), _names[place].Place));
    }

    private static int RankOf(string name, string query) => name.Length == query.Length ? 0 : name[query.Length] == ' ' ? 1 : 2;

    private List<Hit> Words(SearchQuery query)
    {
        var found = Scored(Candidates(query, Rarest(query)), query, withTypos: false);
        if (found.Count > 0 || query.Count == 1)
            return found;
        // "Weiß wasser": a space too much.
        return [.. _words.BeginningWith(PlaceWords.Squeezed(query.Full)).ToArray().Distinct().Take(MostCandidates).Select(place => new Hit(0, 0, place))];
    }

    // Every word must fit, so those that the longest fits are all there can be; the longest fits few.
    private List<Hit> Mistyped(SearchQuery query)
    {
        var longest = Enumerable.Range(0, query.Count).MaxBy(index => query.FullWords[index].Length);
        var candidates = Candidates(query, longest);
        _words.AddMistyped(query.FullWords[longest], candidates);
        if (query.BareWords[longest] != query.FullWords[longest])
            _words.AddMistyped(query.BareWords[longest], candidates);
        return Scored(candidates, query, withTypos: true);
    }

    // Every word must fit, so those that the rarest fits are all there can be.
    private int Rarest(SearchQuery query) =>
        query.Count == 1 ? 0 : Enumerable.Range(0, query.Count).MinBy(index => Count(query.FullWords[index]) + Count(query.BareWords[index]));

    private int Count(string word)
    {
        var count = _words.BeginningWith(word).Length + _others.BeginningWith(word).Length;
        for (var length = 1; length < word.Length; length++)
            count += _words.Of(word.AsSpan(0, length)).Length;
        return count;
    }

    // All municipalities that one of the words typed fits: by the beginning of a word, by what a word abbreviates, by what tells them apart.
    private HashSet<int> Candidates(SearchQuery query, int index)
    {
        var candidates = new HashSet<int>();
        foreach (var word in (string[])[query.FullWords[index], query.BareWords[index]])
        {
            Add(candidates, _words.BeginningWith(word));
            Add(candidates, _others.BeginningWith(word));
            for (var length = 1; length < word.Length; length++)
                Add(candidates, _words.Of(word.AsSpan(0, length)));
        }

        return candidates;
    }

    private static void Add(HashSet<int> candidates, ReadOnlySpan<int> places)
    {
        foreach (var place in places)
        {
            if (candidates.Count >= MostCandidates)
                return;
            candidates.Add(place);
        }
    }

    private List<Hit> Scored(IReadOnlyCollection<int> candidates, SearchQuery query, bool withTypos)
    {
        var scored = new List<Hit>();
        foreach (var place in candidates)
        {
            if (WordMatch.Score(_places[place], query, withTypos) is var score and not WordMatch.None)
                scored.Add(new Hit(score, _places[place].Names[0].Length, place));
        }

        scored.Sort();
        return scored;
    }

    private static void Append(List<int> found, List<Hit> more, int most)
    {
        var known = new HashSet<int>(found);
        foreach (var (_, _, place) in more)
        {
            if (found.Count < most && known.Add(place))
                found.Add(place);
        }
    }

    /// <summary>A municipality that fits; of equally good ones the shorter name stands first, then the order of the places.</summary>
    private readonly record struct Hit(int Score, int Length, int Place) : IComparable<Hit>
    {
        public int CompareTo(Hit other) => (Score, Length, Place).CompareTo((other.Score, other.Length, other.Place));
    }
}
