namespace BaseComponents.Authorities.Internal.Regions;

/// <summary>The changes of territory that are known, by the keys that ceased to hold.</summary>
internal sealed class TerritoryHistory
{
    private readonly Dictionary<AreaReference, List<TerritoryRow>> _rows = [];

    // A municipality whose region key ended may be asked for by its shorter key, if that ended with it.
    private readonly Dictionary<AreaReference, List<TerritoryRow>> _byMunicipality = [];

    /// <param name="rows">Rows of any order, without cycles: see <see cref="TerritoryCycles"/>.</param>
    public TerritoryHistory(IEnumerable<TerritoryRow> rows)
    {
        foreach (var row in rows.Where(row => !row.KeepsKey).OrderBy(row => row.From))
        {
            Add(_rows, row.Old, row);
            if (row.Old.Region.Municipality is { } ended && !row.New.Any(next => next.Region.Municipality == ended || next.Municipality == ended))
                Add(_byMunicipality, AreaReference.Of(ended), row);
        }
    }

    public bool IsEmpty => _rows.Count == 0;

    /// <summary>The first change that ended an area's key in a span of days; none if the key still holds on the last.</summary>
    /// <param name="area">The key.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public TerritoryRow? First(AreaReference area, DateOnly from, DateOnly to) =>
        First(_rows, area, from, to)
        ?? (area.Region.Municipality is { } municipality ? First(_rows, AreaReference.Of(municipality), from, to) : First(_byMunicipality, area, from, to));

    private static TerritoryRow? First(Dictionary<AreaReference, List<TerritoryRow>> rows, AreaReference area, DateOnly from, DateOnly to) =>
        rows.TryGetValue(area, out var found) ? found.Find(row => row.From >= from && row.From <= to) : null;

    private static void Add(Dictionary<AreaReference, List<TerritoryRow>> rows, AreaReference key, TerritoryRow row)
    {
        if (!rows.TryGetValue(key, out var list))
            rows[key] = list = [];
        list.Add(row);
    }
}
