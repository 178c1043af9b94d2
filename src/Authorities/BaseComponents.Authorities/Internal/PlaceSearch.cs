using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>Finds municipalities by what people type.</summary>
internal sealed class PlaceSearch(RegionCatalogue regions)
{
    private const int Most = 50;
    private const int LongestText = 200;
    private readonly (RegionKey Key, SearchName Name)[] _names = [.. regions.Municipalities.Select(row => (row.Key, new SearchName(row.Name)))];

    public IReadOnlyList<Municipality> Find(string text)
    {
        if (text.Length > LongestText)
            return [];
        var typed = text.Trim();
        if (ByKey(typed) is { } key)
            return [regions.Describe(key)];
        if (typed.Length >= 5 && PostalCode.TryParse(typed[..5], out var code))
            return ByPostalCode(code, typed[5..]);
        return ByName(typed, _names);
    }

    private RegionKey? ByKey(string typed)
    {
        if (MunicipalityKey.TryParse(typed, out var municipality))
            return regions.Find(municipality);
        return RegionKey.TryParse(typed, out var region) && regions.IsMunicipality(region) ? region : null;
    }

    // "09471 Königswalde": the name narrows the postal code down, but a name that fits none (a village within) does not empty it.
    private List<Municipality> ByPostalCode(PostalCode code, string name)
    {
        var keys = regions.Find(code);
        var all = _names.Where(entry => keys.Contains(entry.Key)).ToArray();
        var narrowed = ByName(name, all);
        return narrowed.Count > 0 ? narrowed : Described(all.Select(entry => entry.Key));
    }

    private List<Municipality> ByName(string typed, (RegionKey Key, SearchName Name)[] names)
    {
        var query = new SearchQuery(typed);
        return query.IsEmpty
            ? []
            : Described(names
                .Select(entry => (entry.Key, Rank: entry.Name.Rank(query)))
                .Where(entry => entry.Rank is not null)
                .OrderBy(entry => entry.Rank)
                .Select(entry => entry.Key), keepOrder: true);
    }

    private List<Municipality> Described(IEnumerable<RegionKey> keys, bool keepOrder = false)
    {
        var described = keys.Take(Most).Select(regions.Describe);
        return keepOrder ? [.. described] : [.. described.OrderBy(municipality => municipality.Name, StringComparer.Ordinal)];
    }
}
