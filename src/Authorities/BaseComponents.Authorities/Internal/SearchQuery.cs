namespace BaseComponents.Authorities.Internal;

/// <summary>What somebody typed, in both folded forms.</summary>
internal sealed class SearchQuery(string text)
{
    public string Full { get; } = Folding.Full(text);

    public string Bare { get; } = Folding.Bare(text);

    public bool IsEmpty => Full.Length == 0;
}
