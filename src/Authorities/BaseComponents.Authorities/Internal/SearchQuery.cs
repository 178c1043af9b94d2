namespace BaseComponents.Authorities.Internal;

/// <summary>What somebody typed, in both folded forms.</summary>
internal sealed class SearchQuery
{
    // Nobody types more; whatever comes behind is passed over.
    private const int MostWords = 12;

    public SearchQuery(string text)
    {
        Full = Folding.Full(text);
        Bare = Folding.Bare(text);
        if (Bare == Full)
            Bare = Full;
        FullWords = Words(Full);
        BareWords = ReferenceEquals(Bare, Full) ? FullWords : Words(Bare);
        Count = Math.Min(FullWords.Length, BareWords.Length);
    }

    public string Full { get; }

    public string Bare { get; }

    public string[] FullWords { get; }

    public string[] BareWords { get; }

    /// <summary>Number of words.</summary>
    public int Count { get; }

    public bool IsEmpty => Full.Length == 0;

    private static string[] Words(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
}
