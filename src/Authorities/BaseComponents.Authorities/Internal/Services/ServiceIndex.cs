namespace BaseComponents.Authorities.Internal.Services;

/// <summary>
/// Which stems are said of which services, in a few arrays of plain numbers. An entry is the number of a service and, in the lower eight bits, what the
/// stem weighs there (as BM25 has it: much in a title, less in a synonym, less among many words).
/// </summary>
internal sealed class ServiceIndex
{
    /// <summary>What an entry weighs at most.</summary>
    public const int FullWeight = 255;

    private const float Saturation = 1.5f;
    private const float LengthShare = 0.6f;
    private readonly int[] _starts;
    private readonly uint[] _entries;
    private readonly float[] _rarity;
    private readonly uint[] _titles;

    /// <param name="services">In the order in which equally good ones are answered.</param>
    public ServiceIndex(IReadOnlyCollection<PublicService> services)
    {
        var words = services.Select(ServiceWords.Of).ToArray();
        Parts = new WordParts(words.SelectMany(service => service.TitleWords.Concat(service.SynonymWords)));
        var postings = Postings(words);
        string[] stems = [.. postings.Keys.Order(StringComparer.Ordinal)];
        Stems = new Vocabulary(stems);
        Typos = new TypoIndex(Stems);
        _starts = new int[stems.Length + 1];
        for (var number = 0; number < stems.Length; number++)
            _starts[number + 1] = _starts[number] + postings[stems[number]].Count;
        _entries = [.. stems.SelectMany(stem => postings[stem])];
        _titles = [.. words.Select(service => TitleMark(service.TitleWords))];
        _rarity = [.. Enumerable.Range(0, stems.Length).Select(number => RarityOf(Entries(number).Length))];
    }

    public int Count => _titles.Length;

    public WordParts Parts { get; }

    public Vocabulary Stems { get; }

    public TypoIndex Typos { get; }

    /// <summary>Bytes held by the arrays.</summary>
    public int Size => Stems.Size + Typos.Size + (4 * (_starts.Length + _entries.Length + _rarity.Length + _titles.Length));

    public ReadOnlySpan<uint> Entries(int stem) => _entries.AsSpan(_starts[stem].._starts[stem + 1]);

    /// <summary>How much a stem tells: the fewer services have it, the more.</summary>
    public float Rarity(int stem) => _rarity[stem];

    public float RarityOf(int services) => MathF.Log(1 + ((Count - Math.Min(services, Count) + 0.5f) / (services + 0.5f)));

    public bool IsTitle(int service, uint mark) => _titles[service] == mark;

    /// <summary>A number for the stems of a title in their order, by which a title that was typed whole is known.</summary>
    public static uint TitleMark(List<string> words)
    {
        var mark = 2166136261u;
        foreach (var word in words)
        {
            foreach (var letter in WordStem.Of(word))
                mark = (mark ^ letter) * 16777619u;
            mark = (mark ^ ' ') * 16777619u;
        }

        return mark;
    }

    private Dictionary<string, List<uint>> Postings(ServiceWords[] words)
    {
        var postings = new Dictionary<string, List<uint>>(StringComparer.Ordinal);
        var average = words.Length > 0 ? words.Average(service => service.Length) : 1;
        for (var number = 0; number < words.Length; number++)
        {
            var norm = Saturation * (1 - LengthShare + (LengthShare * words[number].Length / average));
            foreach (var (stem, weight) in words[number].Weights(Parts))
            {
                if (!postings.TryGetValue(stem, out var entries))
                    postings[stem] = entries = [];
                entries.Add(((uint)number << 8) | (uint)(FullWeight * weight / (weight + norm)));
            }
        }

        return postings;
    }
}
