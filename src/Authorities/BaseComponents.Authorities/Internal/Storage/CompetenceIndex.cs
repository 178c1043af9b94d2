using System.Runtime.CompilerServices;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Who is named for a service in an area, looked up in the bytes of a snapshot. Nothing is decoded, nothing allocated.</summary>
internal sealed class CompetenceIndex
{
    private readonly SnapshotBytes _bytes;
    private readonly IndexFacts _facts;
    private readonly Section _regions;
    private readonly Section _regionSlots;
    private readonly Section _services;
    private readonly Section _serviceSlots;
    private readonly Section _areas;
    private readonly Section _cells;
    private readonly Section _lists;
    private readonly Section _wideLists;
    private readonly Section _validityOffsets;
    private readonly Section _intervals;
    private readonly DestinationTable _destinations;
    private readonly OnlineTable _online;
    private readonly int _denseLength;

    public CompetenceIndex(SnapshotBytes bytes, SectionTable sections)
    {
        _bytes = bytes;
        _facts = bytes.Read<IndexFacts>(sections[SectionId.Facts])[0];
        (_regions, _regionSlots) = (sections[SectionId.Regions], sections[SectionId.RegionSlots]);
        (_services, _serviceSlots) = (sections[SectionId.Services], sections[SectionId.ServiceSlots]);
        (_areas, _cells) = (sections[SectionId.Areas], sections[SectionId.Cells]);
        (_lists, _wideLists) = (sections[SectionId.Lists], sections[SectionId.WideLists]);
        (_validityOffsets, _intervals) = (sections[SectionId.ValidityOffsets], sections[SectionId.Intervals]);
        _destinations = new DestinationTable(bytes, sections[SectionId.DestinationEntries], sections[SectionId.Destinations]);
        _online = new OnlineTable(bytes, sections[SectionId.OnlineEntries]);
        _denseLength = AreaSet.BlocksFor(_facts.Regions) * AreaSet.BlockWords * 2;
    }

    public IndexFacts Facts => _facts;

    public ReadOnlySpan<RegionEntry> Regions => _bytes.Read<RegionEntry>(_regions);

    public ReadOnlySpan<ServiceEntry> Services => _bytes.Read<ServiceEntry>(_services);

    private ValidityTable Validities => new(_bytes.Read<uint>(_validityOffsets), _bytes.Read<DayInterval>(_intervals));

    /// <summary>Index of a service, or -1.</summary>
    public int FindService(LeikaKey key) => KeyTable.Find(_bytes.Read<ushort>(_serviceSlots), Services, _facts.ServiceSeed, key.Number);

    /// <summary>Index of an area, or -1; also of areas that only a delivery names.</summary>
    public int FindRegion(RegionKey key) => KeyTable.Find(_bytes.Read<ushort>(_regionSlots), Regions, _facts.RegionSeed, key.AreaNumber);

    public AreaWalk Walk(int place, ReadOnlySpan<ushort> acting) => new(Regions, (ushort)place, acting, _facts.KnowsGovernmentRegions != 0);

    /// <summary>The way up that asks every tier, and nobody who acts for others.</summary>
    public AreaWalk WalkAll(int place) => new(Regions, (ushort)place, [], asksGovernmentRegions: true);

    public Guid? DestinationOf(int service, int area, NamedUnit unit) => _destinations.Find(service, area, unit);

    /// <summary>Those on the web for a service in exactly this area.</summary>
    public ReadOnlySpan<OnlineEntry> OnlineIn(int service, int area) => _online.Find(service, area);

    public bool Covers(uint validity, int day) => Validities.Covers((int)validity, day);

    public CellUnits UnitsOf(Cell cell) => new(cell, _bytes.Read<uint>(_lists), _bytes.Read<ulong>(_wideLists));

    /// <summary>The first area on the way up in which somebody decides that day.</summary>
    public bool TryFind(LeikaKey service, RegionKey place, ReadOnlySpan<ushort> acting, AskedDay day, out FoundCell found)
    {
        found = default;
        var (serviceIndex, placeIndex) = (FindService(service), FindRegion(place));
        if (serviceIndex < 0 || placeIndex < 0 || !Regions[placeIndex].IsKnown)
            return false;
        ref readonly var entry = ref Services[serviceIndex];
        if (entry.Validity != 0 && !Covers(entry.Validity, day.Number))
            return false;
        var walk = Walk(placeIndex, acting);
        while (walk.MoveNext())
        {
            if (TryCell(in entry, walk.Current.Area, out var cell) && CountDeciding(cell, day) is > 0 and var count)
            {
                found = new FoundCell(cell, serviceIndex, walk.Current, count, DayOf(cell, day));
                return true;
            }
        }

        return false;
    }

    /// <summary>Those named for a service in exactly this area.</summary>
    public bool TryCell(ref readonly ServiceEntry service, ushort area, out Cell cell)
    {
        cell = default;
        if ((service.Tiers >> Regions[area].KeyLevel & 1) == 0)
            return false;
        var isDense = service.IsDense != 0;
        var areas = _bytes.Read<ushort>(_areas).Slice((int)service.AreaStart, isDense ? _denseLength : (int)service.AreaCount);
        var rank = AreaSet.Find(areas, isDense, area);
        if (rank < 0)
            return false;
        cell = new Cell(_bytes.Read<uint>(_cells)[(int)service.CellStart + rank]);
        return true;
    }

    /// <summary>All areas of a service, with those named there.</summary>
    public List<(ushort Area, Cell Cell)> CellsOf(int service)
    {
        ref readonly var entry = ref Services[service];
        var cells = _bytes.Read<uint>(_cells).Slice((int)entry.CellStart, (int)entry.AreaCount);
        var isDense = entry.IsDense != 0;
        var areas = AreaSet.All(_bytes.Read<ushort>(_areas).Slice((int)entry.AreaStart, isDense ? _denseLength : (int)entry.AreaCount), isDense);
        var named = new List<(ushort, Cell)>(cells.Length);
        for (var rank = 0; rank < cells.Length; rank++)
            named.Add((areas[rank], new Cell(cells[rank])));
        return named;
    }

    /// <summary>How many different units decide that day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CountDeciding(Cell cell, AskedDay day) => cell.IsList ? CountInList(cell, day) : Decides(cell.Single, day) ? 1 : 0;

    public bool Decides(NamedUnit unit, AskedDay day) => unit.IsDeciding && (unit.Validity == 0 || Covers((uint)unit.Validity, day.Number));

    // Where no validity was looked at, the day does not matter.
    private static int DayOf(Cell cell, AskedDay day) => cell.IsList || cell.Single.Validity != 0 ? day.Number : 0;

    private int CountInList(Cell cell, AskedDay day)
    {
        var (count, last) = (0, -1);
        foreach (var unit in UnitsOf(cell))
        {
            if (unit.Unit != last && Decides(unit, day))
                (count, last) = (count + 1, unit.Unit);
        }

        return count;
    }
}

/// <summary>Where the way up ended.</summary>
/// <param name="Cell">Who is named there.</param>
/// <param name="Service">Index of the service.</param>
/// <param name="Area">The area.</param>
/// <param name="Count">How many different units decide.</param>
/// <param name="Day">The day they decide on.</param>
internal readonly record struct FoundCell(Cell Cell, int Service, AskedArea Area, int Count, int Day);
