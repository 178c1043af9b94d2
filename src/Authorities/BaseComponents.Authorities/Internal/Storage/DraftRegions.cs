using BaseComponents.Authorities.Internal.Regions;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>The areas and postal codes that are added one by one. Other than between lists, the last word on an area counts.</summary>
internal sealed class DraftRegions
{
    private readonly Dictionary<RegionKey, RegionRow> _rows = [];
    private readonly HashSet<(PostalCode Code, RegionKey Municipality)> _codes = [];

    public void Add(RegionRow row) => _rows[row.Key] = row;

    public void Add(PostalCode code, RegionKey municipality) => _codes.Add((code, municipality));

    public bool IsMunicipality(RegionKey key) => _rows.TryGetValue(key, out var row) && row.IsMunicipality;

    /// <exception cref="AuthoritiesException">There are more areas or postal codes than a snapshot can hold.</exception>
    public RegionCatalogue Build(DateOnly day)
    {
        Limit(_rows.Count, RegionCatalogueBuilder.MostAreas, "regions");
        Limit(_codes.Count, RegionCatalogueBuilder.MostPostalCodes, "postal codes");
        // A postal code of what was a municipality when it was added, and is none now, falls away.
        var regions = new RegionCatalogueBuilder(static (_, _, _) => { });
        foreach (var row in _rows.Values)
            regions.Add(row);
        foreach (var (code, municipality) in _codes)
            regions.Add(code, AreaReference.Of(municipality));
        return regions.Build(day);
    }

    private static void Limit(int count, int most, string what)
    {
        if (count > most)
            throw SnapshotFailures.TooMuch(what, most);
    }
}
