namespace BaseComponents.Authorities.Internal.Services;

/// <summary>A stem that may be meant by a word, and how sure that is (1: it is the word).</summary>
internal readonly record struct LikelyStem(int Stem, float Likelihood);

/// <summary>What one word of a query may mean, and how much it tells.</summary>
internal sealed class WordChoice
{
    // A bound for single letters, which begin half the catalogue.
    private const int MostBeginnings = 96;
    private const int MostMistyped = 12;
    private const int ShortestBeginning = 4;
    private const float Beginning = 0.45f;
    private const float LongBeginning = 0.35f;
    private const float OneMistake = 0.7f;
    private const float TwoMistakes = 0.5f;
    private const float KnownPart = 0.4f;
    private const float KnownEnd = 0.5f;
    private const float Meant = 0.7f;
    private const int ShortestCompound = 8;

    private WordChoice(List<LikelyStem> stems, float weight, bool isKnown)
    {
        Stems = stems;
        Weight = weight;
        IsKnown = isKnown;
    }

    public List<LikelyStem> Stems { get; }

    public float Weight { get; }

    /// <summary>The word is one of the catalogue's, not only the beginning of some.</summary>
    public bool IsKnown { get; }

    /// <summary>The choices for a word; several for a compound that the catalogue does not have.</summary>
    public static IEnumerable<WordChoice> Of(ServiceIndex index, string word, bool isLast)
    {
        var stems = new List<LikelyStem>();
        var stem = index.Stems.Find(WordStem.Of(word));
        if (stem >= 0)
            stems.Add(new LikelyStem(stem, 1));
        if (isLast || word.Length >= ShortestBeginning)
            AddBeginnings(index, stem >= 0 ? WordStem.Of(word) : word, stem, stems);
        var parts = index.Parts.Split(word);
        if (stem >= 0)
            AddParts(index, parts, stems);
        else if (parts.Count > 0 && stems.Count == 0)
            return parts.Select(part => OfPart(index, part));
        else if (stems.Count == 0)
            AddMistyped(index, word, stems);
        AddMeant(index, word, stems);
        if (stems.Count == 0 && word.Length >= ShortestCompound)
            AddEnds(index, word, stems);
        return stems.Count > 0 ? [Weighed(index, stems, stem)] : [];
    }

    private static WordChoice OfPart(ServiceIndex index, string part)
    {
        var stem = index.Stems.Find(WordStem.Of(part));
        return Weighed(index, stem >= 0 ? [new LikelyStem(stem, 1)] : [], stem);
    }

    private static WordChoice Weighed(ServiceIndex index, List<LikelyStem> stems, int stem)
    {
        var services = 0;
        foreach (var likely in stems)
            services += index.Entries(likely.Stem).Length;
        return new WordChoice(stems, stem >= 0 ? index.Rarity(stem) : index.RarityOf(services), stem >= 0);
    }

    private static void AddBeginnings(ServiceIndex index, ReadOnlySpan<char> beginning, int stem, List<LikelyStem> stems)
    {
        var (first, count) = index.Stems.BeginningWith(beginning).GetOffsetAndLength(index.Stems.Count);
        for (var number = first; number < first + Math.Min(count, MostBeginnings); number++)
        {
            if (number != stem)
                stems.Add(new LikelyStem(number, Beginning + (LongBeginning * beginning.Length / index.Stems[number].Length)));
        }
    }

    private static void AddParts(ServiceIndex index, List<string> parts, List<LikelyStem> stems)
    {
        foreach (var part in parts)
            AddIfKnown(index, part, KnownPart, stems);
    }

    // A compound with a part that the catalogue does not know.
    private static void AddEnds(ServiceIndex index, string word, List<LikelyStem> stems)
    {
        foreach (var part in index.Parts.KnownEnds(word))
            AddIfKnown(index, part, KnownEnd, stems);
    }

    private static void AddMeant(ServiceIndex index, string word, List<LikelyStem> stems)
    {
        foreach (var meant in EverydayWords.Meaning(word))
            AddIfKnown(index, meant, Meant, stems);
    }

    private static void AddIfKnown(ServiceIndex index, string word, float likelihood, List<LikelyStem> stems)
    {
        var stem = index.Stems.Find(WordStem.Of(word));
        if (stem >= 0)
            stems.Add(new LikelyStem(stem, likelihood));
    }

    private static void AddMistyped(ServiceIndex index, string word, List<LikelyStem> stems)
    {
        var found = new List<int>();
        var mistakes = index.Typos.Find(WordStem.Of(word), found, MostMistyped);
        foreach (var stem in found)
            stems.Add(new LikelyStem(stem, mistakes > 1 ? TwoMistakes : OneMistake));
    }
}
