using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>One area to ask.</summary>
/// <param name="Level">The tier it is asked as.</param>
/// <param name="Key">The key competences are kept under.</param>
internal readonly record struct AskedArea(RegionLevel Level, RegionKey Key);

/// <summary>The areas to ask for a place, the smallest first.</summary>
internal static class AreaChain
{
    public static IEnumerable<AskedArea> Of(RegionKey place, RegionCatalogue regions)
    {
        // An urban district is municipality and district in one: it is asked once, as the municipality.
        var start = place.Shortest;
        yield return new AskedArea(regions.IsMunicipality(place) ? RegionLevel.Municipality : start.Level, start);
        foreach (var area in start.Ancestors())
            yield return new AskedArea(area.Level, area.Shortest);
    }
}
