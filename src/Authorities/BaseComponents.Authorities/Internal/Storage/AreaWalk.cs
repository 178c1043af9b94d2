using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>One area that is asked.</summary>
/// <param name="Level">The tier it is asked as.</param>
/// <param name="Area">Its index.</param>
/// <param name="IsActing">Whether it is a municipality that acts for the association asked before it.</param>
internal readonly record struct AskedArea(RegionLevel Level, ushort Area, bool IsActing);

/// <summary>
/// The areas to ask for a place, the smallest first: itself, association, district, government region, state, federation. In an administrative
/// community one member acts for the others, § 36 SächsKomZG; it is asked after the community, which itself is no authority.
/// </summary>
internal ref struct AreaWalk(ReadOnlySpan<RegionEntry> regions, ushort place, ReadOnlySpan<ushort> acting, bool asksGovernmentRegions)
{
    private readonly ReadOnlySpan<RegionEntry> _regions = regions;
    private readonly ReadOnlySpan<ushort> _acting = acting;
    private int _next = -1;
    private ushort _actsNext = ParentIndices.None;

    public AskedArea Current { get; private set; }

    public bool MoveNext()
    {
        if (_actsNext != ParentIndices.None)
        {
            Current = new AskedArea(RegionLevel.Association, _actsNext, IsActing: true);
            _actsNext = ParentIndices.None;
            return true;
        }

        while (_next < ParentIndices.Count)
        {
            var step = _next++;
            var area = step < 0 ? place : _regions[place].Parents[step];
            if (area == ParentIndices.None || (step == (int)RegionLevel.GovernmentRegion - 1 && !asksGovernmentRegions))
                continue;
            Take(step < 0 ? LevelOf(area) : (RegionLevel)(step + 1), area);
            return true;
        }

        return false;
    }

    private void Take(RegionLevel level, ushort area)
    {
        Current = new AskedArea(level, area, IsActing: false);
        if (level == RegionLevel.Association && !_acting.IsEmpty && _acting[area] is var acting && acting != place)
            _actsNext = acting;
    }

    // An urban district is municipality and district in one: it is asked once, as the municipality.
    private readonly RegionLevel LevelOf(ushort area) => _regions[area].IsMunicipality ? RegionLevel.Municipality : (RegionLevel)_regions[area].KeyLevel;
}
