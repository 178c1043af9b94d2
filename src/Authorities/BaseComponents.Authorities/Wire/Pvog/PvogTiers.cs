using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>One area that is asked.</summary>
/// <param name="Level">The tier it is asked as.</param>
/// <param name="Area">The area.</param>
/// <param name="IsActing">Whether it is a municipality that acts for the association asked before it.</param>
internal readonly record struct PvogTier(RegionLevel Level, RegionKey Area, bool IsActing);

/// <summary>The areas to ask for a place, the smallest first, by the rules that hold for the directory's own data.</summary>
internal static class PvogTiers
{
    public static IEnumerable<PvogTier> Of(RegionKey place, IReadOnlyDictionary<RegionKey, RegionKey> acting, bool asksGovernmentRegions)
    {
        var whole = place.Completed;
        yield return new PvogTier(LevelOf(whole), whole.Shortest, IsActing: false);
        foreach (var area in whole.Shortest.Ancestors())
        {
            if (area.Level == RegionLevel.GovernmentRegion && !asksGovernmentRegions)
                continue;
            yield return new PvogTier(area.Level, area, IsActing: false);
            if (acting.TryGetValue(area, out var municipality) && municipality.Shortest != whole.Shortest)
                yield return new PvogTier(RegionLevel.Association, municipality.Shortest, IsActing: true);
        }
    }

    // An urban district is municipality and district in one: it is asked once, as the municipality.
    private static RegionLevel LevelOf(RegionKey area) => area.Membership is null ? area.Shortest.Level : RegionLevel.Municipality;
}
