namespace BaseComponents.Authorities.Keys;

/// <summary>Takes keys of the same area for the same: 14522 and 145220000000, 14612 and 146120000000. Orders areas as their keys are ordered.</summary>
public sealed class RegionAreaComparer : IEqualityComparer<RegionKey>, IComparer<RegionKey>
{
    private RegionAreaComparer()
    {
    }

    /// <summary>The one comparer there is.</summary>
    public static RegionAreaComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(RegionKey x, RegionKey y) => x.Shortest == y.Shortest;

    /// <inheritdoc/>
    public int GetHashCode(RegionKey obj) => obj.Shortest.GetHashCode();

    /// <inheritdoc/>
    public int Compare(RegionKey x, RegionKey y) => x.Shortest.CompareTo(y.Shortest);
}
