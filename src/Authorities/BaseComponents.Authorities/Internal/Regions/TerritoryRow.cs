using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Regions;

/// <summary>What became of one old area on one day.</summary>
/// <param name="Old">The key that ceased to hold.</param>
/// <param name="New">The keys that took its place, in their order.</param>
/// <param name="From">The first day of the new keys.</param>
/// <param name="Kind">What became of the area.</param>
internal sealed record TerritoryRow(AreaReference Old, IReadOnlyList<AreaReference> New, DateOnly From, TerritoryChangeKind Kind)
{
    /// <summary>Name of the old area, for explanations; none if the file does not say it.</summary>
    public string? OldName { get; init; }

    /// <summary>Name of the new area, used where no list has it yet; only with a single new key.</summary>
    public string? NewName { get; init; }

    /// <summary>The single new key with all the digits the file gives it; empty if there are several, or it is a municipality key.</summary>
    public RegionKey NewKey { get; init; }

    /// <summary>Whether the old key goes on with another extent: then nobody who says it means something else.</summary>
    public bool KeepsKey => New.Contains(Old);

    public TerritoryChange ForPeople() => new(Old.ToString(), [.. New.Select(area => area.ToString())], From, Kind);
}
