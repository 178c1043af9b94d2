using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Regions;

/// <summary>Collects the rows of all lists of regions, postal codes and changes, and ties them together when the last is read: they come in any order.</summary>
/// <param name="report">Takes what is wrong: kind of row, its key, the problem.</param>
internal sealed class RegionCatalogueBuilder(Action<string, string, string> report)
{
    /// <summary>The most areas a catalogue holds: their places are written in 16 bits.</summary>
    public const int MostAreas = 65_535;

    /// <summary>The most pairs of postal code and municipality.</summary>
    public const int MostPostalCodes = 500_000;

    /// <summary>The most areas that one can be divided between.</summary>
    public const int MostSuccessors = 64;

    private const int MostChanges = 100_000;
    private readonly Dictionary<RegionKey, RegionRow> _rows = [];
    private readonly HashSet<(PostalCode Code, AreaReference Area)> _codes = [];
    private readonly Dictionary<(AreaReference, DateOnly), TerritoryRow> _changes = [];
    private readonly HashSet<(AreaReference, DateOnly)> _tooWide = [];

    /// <summary>Number of rows taken so far, of any kind.</summary>
    public int Taken { get; private set; }

    /// <exception cref="InvalidDataException">There are too many.</exception>
    public void Add(RegionRow row)
    {
        Taken++;
        if (!_rows.TryGetValue(row.Key, out var known) || row.IsBetterThan(known))
            _rows[row.Key] = row;
        Limit(_rows.Count, MostAreas, "areas");
    }

    /// <inheritdoc cref="Add(RegionRow)"/>
    public void Add(PostalCode code, AreaReference area)
    {
        Taken++;
        _codes.Add((code, area));
        Limit(_codes.Count, MostPostalCodes, "pairs of postal code and municipality");
    }

    /// <inheritdoc cref="Add(RegionRow)"/>
    public void Add(TerritoryRow row)
    {
        Taken++;
        var key = (row.Old, row.From);
        if (_tooWide.Contains(key))
            return;
        var joined = _changes.TryGetValue(key, out var known) ? Join(known, row) : row;
        if (joined.New.Count <= MostSuccessors)
            _changes[key] = joined;
        else
            DropTooWide(key);
        Limit(_changes.Count + _tooWide.Count, MostChanges, "changes of territory");
    }

    public void Report(string kind, string key, string problem) => report(kind, key, problem);

    /// <param name="today">The day for which postal codes of former municipalities are given to their successors.</param>
    public RegionCatalogue Build(DateOnly today)
    {
        var changes = _changes.Values.OrderBy(row => row.From).ThenBy(row => row.Old.ToString(), StringComparer.Ordinal).ToList();
        var cyclic = TerritoryCycles.In(changes);
        foreach (var row in cyclic.OrderBy(row => row.Old.ToString(), StringComparer.Ordinal))
            report("territory change", row.Old.ToString(), "On one day it leads back to itself.");
        changes.RemoveAll(cyclic.Contains);
        AddNewAreas(changes, today);
        RegionRow[] rows = [.. _rows.Values.OrderBy(row => row.Key)];
        return new RegionCatalogue(rows, changes, PairsOf(new RegionCatalogue(rows, changes, [], today), today), today);
    }

    // A municipality made by a change is in no list yet; the change says enough of it to find who is competent there.
    private void AddNewAreas(List<TerritoryRow> changes, DateOnly today)
    {
        foreach (var row in changes.Where(row => !row.NewKey.IsEmpty && row.From <= today))
        {
            if (NewName(row) is { } name && RowOf(row.NewKey) is null)
                _rows[row.NewKey] = new RegionRow(row.NewKey, name, null) { AsOf = row.From };
        }

        Limit(_rows.Count, MostAreas, "areas");
    }

    private string? NewName(TerritoryRow row) =>
        row.NewName ?? (row.Kind is TerritoryChangeKind.Rekey ? RowOf(row.Old.Region)?.Name ?? row.OldName : null);

    private RegionRow? RowOf(RegionKey key) =>
        key.IsEmpty ? null : _rows.GetValueOrDefault(key) ?? _rows.GetValueOrDefault(RegionKey.Parse(key.ToString("P", null)));

    private List<(PostalCode, RegionKey)> PairsOf(RegionCatalogue regions, DateOnly today)
    {
        var pairs = new HashSet<(PostalCode, RegionKey)>();
        foreach (var (code, area) in _codes)
        {
            var municipalities = AreaLocator.Locate(regions, area, today).Areas.Select(regions.MunicipalityAt).OfType<RegionKey>().ToList();
            if (municipalities.Count == 0)
                report("postal code", code.ToString(), "Its municipality is not in the list of regions.");
            pairs.UnionWith(municipalities.Select(key => (code, key)));
        }

        return [.. pairs];
    }

    private void DropTooWide((AreaReference Old, DateOnly From) key)
    {
        _changes.Remove(key);
        _tooWide.Add(key);
        report("territory change", key.Old.ToString(), $"It has more than {MostSuccessors} new keys.");
    }

    // Several rows for one old key and day are one change: what they name is taken together, in whatever order they come.
    private static TerritoryRow Join(TerritoryRow one, TerritoryRow other)
    {
        AreaReference[] all = [.. one.New.Union(other.New).OrderBy(area => area.ToString(), StringComparer.Ordinal)];
        var first = string.CompareOrdinal($"{one.Kind}\n{one.NewName}\n{one.OldName}", $"{other.Kind}\n{other.NewName}\n{other.OldName}") <= 0 ? one : other;
        return all.Length == 1
            ? first
            : first with { New = all, Kind = TerritoryChangeKind.Split, NewName = null, NewKey = default };
    }

    private static void Limit(int count, int most, string what)
    {
        if (count > most)
            throw new InvalidDataException($"The lists hold more than {most} {what}.");
    }
}
