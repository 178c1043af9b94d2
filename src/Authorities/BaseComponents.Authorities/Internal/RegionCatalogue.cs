using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>All known areas: names, keys and postal codes.</summary>
internal sealed class RegionCatalogue
{
    private readonly Dictionary<RegionKey, RegionRow> _rows = [];
    private readonly Dictionary<MunicipalityKey, RegionKey> _byMunicipalityKey = [];
    private readonly Dictionary<PostalCode, SortedSet<string>> _byPostalCode = [];
    private readonly Dictionary<RegionKey, SortedSet<string>> _postalCodes = [];
    private readonly Dictionary<RegionKey, string> _names = new() { [RegionKey.Federation] = "Deutschland" };
    private readonly HashSet<RegionKey> _areas = [RegionKey.Federation];

    public IEnumerable<RegionRow> Municipalities => _rows.Values.Where(row => row.IsMunicipality);

    public void Add(RegionRow row)
    {
        _rows[row.Key] = row;
        _names[row.Key.Shortest] = row.ShortName;
        if (row.IsMunicipality && row.Key.Municipality is { } key)
            _byMunicipalityKey[key] = row.Key;
        _areas.Add(row.Key.Shortest);
        _areas.UnionWith(row.Key.Shortest.Ancestors());
    }

    public void Add(PostalCode code, RegionKey municipality)
    {
        SetOf(_byPostalCode, code).Add(municipality.ToString());
        SetOf(_postalCodes, municipality).Add(code.ToString());
    }

    public bool IsKnown(RegionKey key) => _rows.ContainsKey(key) || _areas.Contains(key.Shortest);

    public bool IsMunicipality(RegionKey key) => _rows.TryGetValue(key, out var row) && row.IsMunicipality;

    public RegionKey? Find(MunicipalityKey key) => _byMunicipalityKey.TryGetValue(key, out var region) ? region : null;

    public IReadOnlyList<RegionKey> Find(PostalCode code) =>
        _byPostalCode.TryGetValue(code, out var keys) ? [.. keys.Select(key => RegionKey.Parse(key))] : [];

    public Municipality Describe(RegionKey key)
    {
        var row = _rows[key];
        return new Municipality(key, row.Name)
        {
            ShortName = row.ShortName,
            District = DistrictOf(key),
            PostalCodes = _postalCodes.TryGetValue(key, out var codes) ? [.. codes.Select(text => PostalCode.Parse(text))] : [],
        };
    }

    /// <summary>Name of an area for people; its key if the list has none.</summary>
    public string NameOf(RegionKey key) => _names.TryGetValue(key.Shortest, out var name) ? name : key.ToString();

    // A town that is its own district has none around it.
    private string? DistrictOf(RegionKey key) =>
        key.District is { } district && district != key.Shortest && _names.TryGetValue(district, out var name) ? name : null;

    private static SortedSet<string> SetOf<TKey>(Dictionary<TKey, SortedSet<string>> sets, TKey key)
        where TKey : notnull
    {
        if (!sets.TryGetValue(key, out var set))
            sets[key] = set = new SortedSet<string>(StringComparer.Ordinal);
        return set;
    }
}
