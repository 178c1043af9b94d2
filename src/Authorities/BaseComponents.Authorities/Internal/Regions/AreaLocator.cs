using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Regions;

/// <summary>Finds the areas of a day that a key stands for, by way of all changes that happened to it.</summary>
internal sealed class AreaLocator(RegionCatalogue regions, DateOnly day)
{
    // A list of changes is data from outside: following it must end, whatever it says.
    private const int MostAreas = 500;
    private readonly SortedSet<RegionKey> _found = [];
    private readonly HashSet<(AreaReference, DateOnly)> _seen = [];
    private readonly HashSet<TerritoryRow> _told = new(ReferenceEqualityComparer.Instance);
    private readonly List<TerritoryChange> _changes = [];
    private readonly List<ExplanationStep> _steps = [];

    public static LocatedArea Locate(RegionCatalogue regions, AreaReference asked, DateOnly day)
    {
        if (regions.History.IsEmpty && regions.Find(asked) is { } key)
            return new LocatedArea([key], [], []);
        var locator = new AreaLocator(regions, day);
        locator.Follow(asked, DateOnly.MinValue);
        return new LocatedArea([.. locator._found], locator._changes, locator._steps);
    }

    private void Follow(AreaReference area, DateOnly from)
    {
        if (_seen.Count >= MostAreas || !_seen.Add((area, from)))
            return;
        if (regions.History.First(area, FirstDay(area, from), day) is { } change)
            Follow(change);
        else if (regions.Find(area) is { } key)
            _found.Add(key);
        else if (regions.FindByNumber(area) is { } moved)
            TakeMoved(area, moved);
    }

    private void Follow(TerritoryRow row)
    {
        if (_told.Add(row))
        {
            _changes.Add(row.ForPeople());
            _steps.Add(StepOf(row.Old, row.OldName, row.New.Select(regions.TextOf), row.From, row.Kind));
        }

        foreach (var next in row.New)
            Follow(next, row.From);
    }

    // The digits of the association are no part of a municipality's identity: with others than the list's, it is still the same municipality.
    private void TakeMoved(AreaReference area, RegionKey moved)
    {
        _found.Add(moved);
        _changes.Add(new TerritoryChange(area.ToString(), [moved.ToString()], null, TerritoryChangeKind.Rekey));
        _steps.Add(StepOf(area, null, [regions.TextOf(AreaReference.Of(moved))], null, TerritoryChangeKind.Rekey));
    }

    // A list that is newer than a change, and still has the key, knows better: the number was given anew.
    private DateOnly FirstDay(AreaReference area, DateOnly from) =>
        regions.ListedOn(area) is { } listed && listed >= from ? listed.AddDays(1) : from;

    private ExplanationStep StepOf(AreaReference old, string? name, IEnumerable<string> successors, DateOnly? since, TerritoryChangeKind kind) =>
        new(FindingOf(kind), old.Region.IsEmpty ? null : old.Region, name is null ? regions.TextOf(old) : $"{name} ({old})", null)
        {
            Successors = [.. successors],
            Since = since,
        };

    private static StepFinding FindingOf(TerritoryChangeKind kind) => kind switch
    {
        TerritoryChangeKind.Merge => StepFinding.AreaMerged,
        TerritoryChangeKind.Split => StepFinding.AreaSplit,
        TerritoryChangeKind.Rename => StepFinding.AreaRenamed,
        _ => StepFinding.AreaRekeyed,
    };
}

/// <summary>What a key stands for.</summary>
/// <param name="Areas">The areas of the day; none if the key is unknown.</param>
/// <param name="Changes">The changes that led there; none if the key holds.</param>
/// <param name="Steps">The same for the explanation.</param>
internal sealed record LocatedArea(IReadOnlyList<RegionKey> Areas, IReadOnlyList<TerritoryChange> Changes, IReadOnlyList<ExplanationStep> Steps)
{
    /// <summary>What the answer says about it; nothing if the key holds.</summary>
    public FormerArea? Former(string asked) => Changes.Count == 0 ? null : new FormerArea(asked, Areas, Changes);
}
