using BaseComponents.Authorities.Internal.Regions;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>Finds municipalities by what people type: a key, a postal code, a name, or the last two together.</summary>
internal sealed class PlaceSearch
{
    private const int Most = 50;
    private const int LongestText = 200;

    // Of five digits people mean the postal code, not the district.
    private const int FiveDigits = 5;
    private readonly RegionCatalogue _regions;
    private readonly Municipality[] _places;
    private readonly Dictionary<RegionKey, int> _numbers;
    private readonly NameIndex _names;

    public PlaceSearch(RegionCatalogue regions)
    {
        _regions = regions;
        _places = [.. regions.Municipalities.Select(row => regions.Describe(row.Key)).OrderBy(place => place.Name, StringComparer.Ordinal).ThenBy(place => place.Key)];
        _numbers = Enumerable.Range(0, _places.Length).ToDictionary(number => _places[number].Key);
        _names = new NameIndex(_places);
    }

    /// <param name="text">What was typed.</param>
    /// <param name="day">Municipalities that are former ones on this day are answered by those of the day.</param>
    public IReadOnlyList<Municipality> Find(string text, DateOnly day)
    {
        text = text.Trim();
        if (text.Length > LongestText)
            return [];
        if (text.Length > FiveDigits && AreaReference.TryParse(text, out var area))
            return Places(AreaLocator.Locate(_regions, area, day).Areas);
        var found = PostalCodeText.TryFind(text, out var code, out var name) ? ByPostalCode(code, name) : [];
        if (found.Count == 0)
            found = ByName(text);
        return _regions.History.IsEmpty ? found : OfDay(found, day);
    }

    // "09471 Königswalde": the name narrows the postal code down, but a name that fits none (a village within) does not empty it.
    private List<Municipality> ByPostalCode(PostalCode code, string name)
    {
        int[] all = [.. _regions.Find(code).Where(_numbers.ContainsKey).Select(key => _numbers[key]).Order()];
        var query = new SearchQuery(name);
        var narrowed = query.IsEmpty ? [] : _names.Among(all, query);
        return [.. (narrowed.Count > 0 ? narrowed : [.. all]).Take(Most).Select(number => _places[number])];
    }

    private List<Municipality> ByName(string name)
    {
        var query = new SearchQuery(name);
        return query.IsEmpty ? [] : _names.Find(query, Most).ConvertAll(number => _places[number]);
    }

    private List<Municipality> OfDay(List<Municipality> found, DateOnly day) =>
        [.. found.SelectMany(place => Places(AreaLocator.Locate(_regions, AreaReference.Of(place.Key), day).Areas)).DistinctBy(place => place.Key).Take(Most)];

    private List<Municipality> Places(IReadOnlyList<RegionKey> areas) => [.. areas.Where(_numbers.ContainsKey).Select(key => _places[_numbers[key]]).Take(Most)];
}
