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

    /// <param name="places">All municipalities, in the order in which equally good ones are answered.</param>
    public NameIndex(IEnumerable<Municipality> places)
    {
        _places = [.. places.Select(PlaceWords.Of)];
        _names = [.. _places.SelectMany((place, number) => place.Names.Select(name => (name, number))).OrderBy(entry => entry.name, StringComparer.Ordinal)];
        _nameKeys = [.. _names.Select(entry => entry.Name)];
        _words = new WordIndex(_places.SelectMany((place, number) => place.Words.Select(word => (word, number))));
    }

    /// <summary>The numbers of the municipalities that fit, the best first.</summary>
    /// <param name="query">What was typed; not empty.</param>
    /// <param name="most">How many are wanted.</param>
    public List<int> Find(SearchQuery query, int most)
    {
        var found = Names(query, most);
        if (found.Count < most)
            Append(found, Words(query), most);
        if (found.Count == 0)
            Append(found, Mistyped(query), most);
        return found;
    }

    /// <summary>Those of some municipalities that fit, the best first; typing mistakes are looked at only if none fits otherwise.</summary>
    public List<int> Among(IReadOnlyCollection<int> numbers, SearchQuery query)
    {
        var found = Scored(numbers, query, withTypos: false);
        return found.Count > 0 ? found : Scored(numbers, query, withTypos: true);
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

    private List<int> Words(SearchQuery query)
    {
        var candidates = new HashSet<int>();
        for (var index = 0; index < query.Count; index++)
        {
            Add(candidates, query.FullWords[index]);
            if (query.BareWords[index] != query.FullWords[index])
                Add(candidates, query.BareWords[index]);
        }

        var found = Scored(candidates, query, withTypos: false);
        if (found.Count > 0 || query.Count == 1)
            return found;
        // "Weiß wasser": a space too much.
        candidates.Clear();
        Add(candidates, PlaceWords.Squeezed(query.Full));
        return [.. candidates.Order()];
    }

    private List<int> Mistyped(SearchQuery query)
    {
        var candidates = new HashSet<int>();
        for (var index = 0; index < query.Count; index++)
        {
            _words.AddMistyped(query.FullWords[index], candidates);
            if (query.BareWords[index] != query.FullWords[index])
                _words.AddMistyped(query.BareWords[index], candidates);
        }

        return Scored(candidates, query, withTypos: true);
    }

    private void Add(HashSet<int> candidates, string word)
    {
        foreach (var place in _words.BeginningWith(word))
        {
            if (candidates.Count >= MostCandidates)
                return;
            candidates.Add(place);
        }
    }

    private List<int> Scored(IReadOnlyCollection<int> candidates, SearchQuery query, bool withTypos)
    {
        var scored = new List<(int Score, int Length, int Place)>();
        foreach (var place in candidates)
        {
            if (WordMatch.Score(_places[place], query, withTypos) is var score and not WordMatch.None)
                scored.Add((score, _places[place].Names[0].Length, place));
        }

        scored.Sort();
        return [.. scored.Select(hit => hit.Place)];
    }

    private static void Append(List<int> found, List<int> more, int most)
    {
        var known = new HashSet<int>(found);
        foreach (var place in more)
        {
            if (found.Count < most && known.Add(place))
                found.Add(place);
        }
    }
}
