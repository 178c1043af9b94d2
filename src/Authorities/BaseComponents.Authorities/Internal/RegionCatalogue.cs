using BaseComponents.Authorities.Internal.Regions;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>
/// All known areas: names, keys, postal codes, and what became of former ones. Never changed after it is built: see <see cref="RegionCatalogueBuilder"/>.
/// </summary>
internal sealed class RegionCatalogue
{
    private readonly Dictionary<RegionKey, RegionRow> _byArea = [];
    private readonly Dictionary<MunicipalityKey, RegionKey> _byMunicipalityKey = [];
    private readonly ILookup<PostalCode, RegionKey> _byPostalCode;
    private readonly ILookup<RegionKey, PostalCode> _postalCodes;
    private readonly HashSet<RegionKey> _areas = [RegionKey.Federation];

    /// <param name="rows">The areas, by key.</param>
    /// <param name="changes">The changes of territory, without cycles.</param>
    /// <param name="postalCodes">Which code reaches into which municipality.</param>
    /// <param name="day">The day of the lists' reading.</param>
    public RegionCatalogue(
        IReadOnlyList<RegionRow> rows, IReadOnlyList<TerritoryRow> changes, IReadOnlyList<(PostalCode Code, RegionKey Municipality)> postalCodes, DateOnly day)
    {
        (Rows, Changes, PostalCodes, Day) = (rows, changes, [.. postalCodes.Order()], day);
        History = new TerritoryHistory(changes);
        _byPostalCode = PostalCodes.ToLookup(pair => pair.Code, pair => pair.Municipality);
        _postalCodes = PostalCodes.ToLookup(pair => pair.Municipality, pair => pair.Code);
        foreach (var row in rows)
            Index(row);
    }

    public IReadOnlyList<RegionRow> Rows { get; }

    public IReadOnlyList<TerritoryRow> Changes { get; }

    public IReadOnlyList<(PostalCode Code, RegionKey Municipality)> PostalCodes { get; }

    /// <summary>The day of the lists' reading.</summary>
    public DateOnly Day { get; }

    public TerritoryHistory History { get; }

    /// <summary>All areas that the lists know, by the shortest key of each; those around them included.</summary>
    public IReadOnlySet<RegionKey> Areas => _areas;

    public IEnumerable<RegionRow> Municipalities => Rows.Where(row => row.IsMunicipality);

    public bool IsKnown(RegionKey key) => _areas.Contains(key.Shortest);

    public bool IsMunicipality(RegionKey key) => MunicipalityAt(key) is not null;

    public RegionKey? Find(MunicipalityKey key) => _byMunicipalityKey.TryGetValue(key, out var region) ? region : null;

    public IReadOnlyList<RegionKey> Find(PostalCode code) => [.. _byPostalCode[code]];

    /// <summary>The area of a list that bears the key; none if no list has it.</summary>
    public RegionKey? Find(AreaReference area) =>
        area.Region.IsEmpty ? Find(area.Municipality) : IsKnown(area.Region) ? MunicipalityAt(area.Region) ?? area.Region : null;

    /// <summary>The municipality of a list that bears the same number within its district, but belongs to another association; none if no list has it.</summary>
    public RegionKey? FindByNumber(AreaReference area) => area.Region.Municipality is { } municipality ? Find(municipality) : null;

    /// <summary>The full key of the municipality that an area is; none if it is no municipality.</summary>
    public RegionKey? MunicipalityAt(RegionKey area) =>
        _byArea.TryGetValue(area.Shortest, out var row) && row.IsMunicipality ? row.Key : null;

    /// <summary>The day up to which a list says that the key holds; none if no list has it, or it does not say its day.</summary>
    public DateOnly? ListedOn(AreaReference area) => Find(area) is { } key && _byArea.TryGetValue(key.Shortest, out var row) ? row.AsOf : null;

    public Municipality Describe(RegionKey key)
    {
        if (!_byArea.TryGetValue(key.Shortest, out var row))
            return new Municipality(key, NameOf(key));
        return new Municipality(row.Key, row.Name)
        {
            ShortName = row.ShortName,
            District = DistrictOf(row.Key),
            PostalCodes = Array.AsReadOnly([.. _postalCodes[row.Key]]),
        };
    }

    /// <summary>Name of an area for people; its key if the list has none.</summary>
    public string NameOf(RegionKey key)
    {
        if (_byArea.TryGetValue(key.Shortest, out var row))
            return row.ShortName;
        return key == RegionKey.Federation ? "Deutschland" : key.ToString();
    }

    /// <summary>Name and key of an area, for explanations.</summary>
    public string TextOf(AreaReference area) => Find(area) is { } key && NameOf(key) != key.ToString() ? $"{NameOf(key)} ({area})" : area.ToString();

    // A town that is its own district has none around it.
    private string? DistrictOf(RegionKey key) =>
        key.District is { } district && district != key.Shortest && _byArea.TryGetValue(district, out var row) ? row.ShortName : null;

    // Town and district may be one area with a row each: the town's says more.
    private void Index(RegionRow row)
    {
        var area = row.Key.Shortest;
        if (row.IsMunicipality || !_byArea.TryGetValue(area, out var known) || !known.IsMunicipality)
            _byArea[area] = row;
        if (row.IsMunicipality && row.Key.Municipality is { } key)
            _byMunicipalityKey[key] = row.Key;
        _areas.Add(area);
        _areas.UnionWith(area.Ancestors().Select(ancestor => ancestor.Shortest));
    }
}
