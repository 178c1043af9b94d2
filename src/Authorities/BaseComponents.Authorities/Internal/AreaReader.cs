using BaseComponents.Authorities.Internal.Regions;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>
/// Turns the area of a competence into a region key: region keys of any length, filled up or not, and municipality keys. An area that only got
/// another key is taken for the same; one that was merged or divided is not, since nobody says that the competence grew or shrank with it.
/// </summary>
internal sealed class AreaReader(RegionCatalogue regions)
{
    // Millions of competences name a few thousand areas.
    private const int MostKept = 100_000;
    private readonly Dictionary<string, RegionKey?> _kept = new(StringComparer.Ordinal);

    public RegionKey? Read(string text)
    {
        if (_kept.TryGetValue(text, out var known))
            return known;
        var area = Find(text);
        if (_kept.Count < MostKept)
            _kept.Add(text, area);
        return area;
    }

    private RegionKey? Find(string text)
    {
        var digits = text.StartsWith("DE", StringComparison.Ordinal) ? text[2..] : text;
        if (RegionKey.TryParse(digits, out var region))
            return Current(AreaReference.Of(region)) ?? region.Completed.Shortest;
        return MunicipalityKey.TryParse(digits, out var municipality) ? FromMunicipalityKey(municipality) : null;
    }

    // 8 digits may also be a district or state filled up with zeros.
    private RegionKey? FromMunicipalityKey(MunicipalityKey key)
    {
        if (Current(AreaReference.Of(key)) is { } region)
            return region;
        var digits = key.ToString();
        return digits.EndsWith("000", StringComparison.Ordinal) ? RegionKey.Parse(digits[..5]).Shortest : null;
    }

    private RegionKey? Current(AreaReference area)
    {
        var located = AreaLocator.Locate(regions, area, regions.Day);
        var isSame = located.Changes.All(change => change.Kind is TerritoryChangeKind.Rekey or TerritoryChangeKind.Rename);
        return located.Areas.Count == 1 && isSame ? located.Areas[0].Shortest : regions.Find(area)?.Shortest;
    }
}
