using System.Numerics;
using System.Runtime.InteropServices;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>
/// Looks whether the sections fit together, once, before anything is looked up in them: numbers ascend, every index is one, every list
/// ends. The look-ups stay bounded without it; it turns a wrong file into a refusal instead of wrong answers.
/// </summary>
internal sealed class StructureCheck(SnapshotBytes bytes, SectionTable sections)
{
    private const int Piece = 1 << 20;
    private IndexFacts _facts;
    private int _shorts;
    private int _wides;

    /// <exception cref="InvalidDataException">Something does not fit.</exception>
    public void Run()
    {
        Want(sections[SectionId.Facts].Length == Marshal.SizeOf<IndexFacts>(), "the facts");
        _facts = Read<IndexFacts>(SectionId.Facts)[0];
        Want(_facts is { Regions: >= 0 and < ushort.MaxValue, Services: >= 0 and < ushort.MaxValue, Units: >= 0, Validities: >= 1 }, "the counts");
        CheckRegions(Read<RegionEntry>(SectionId.Regions));
        CheckServices(Read<ServiceEntry>(SectionId.Services));
        CheckValidities();
        new RecordTable(bytes, sections[SectionId.UnitOffsets], sections[SectionId.Units]).Check(_facts.Units);
        new RecordTable(bytes, sections[SectionId.ServiceOffsets], sections[SectionId.ServiceRecords]).Check(_facts.Services);
        CheckLists(RolesOf(sections));
        CheckCells();
        new DestinationTable(bytes, sections[SectionId.DestinationEntries], sections[SectionId.Destinations]).Check(_facts);
        var online = new RecordTable(bytes, sections[SectionId.OnlineOffsets], sections[SectionId.OnlineServices]);
        online.Check(online.Count);
        new OnlineTable(bytes, sections[SectionId.OnlineEntries]).Check(_facts, online.Count);
        foreach (var held in HeldValues.Read(Read<byte>(SectionId.Held)).All)
            Want(held.Unit >= 0 && held.Unit < _facts.Units, "a value that is held back");
    }

    private int RolesOf(SectionTable table) => SnapshotRecords.Roles(bytes.Read<byte>(table[SectionId.Roles])).Count;

    private void CheckRegions(ReadOnlySpan<RegionEntry> regions)
    {
        Want(regions.Length == _facts.Regions, "the regions");
        var slots = Slots(SectionId.RegionSlots, regions.Length);
        for (var index = 0; index < regions.Length; index++)
        {
            ref readonly var region = ref regions[index];
            Want(index == 0 || region.Number > regions[index - 1].Number, "the order of the regions");
            Want((int)RegionKey.OfArea(region.Number).Level == region.KeyLevel, "the tier of a region");
            foreach (var parent in region.Parents)
                Want(parent == ParentIndices.None || parent < regions.Length, "the parents of a region");
            Want(KeyTable.Find(slots, regions, _facts.RegionSeed, region.Number) == index, "the table of regions");
        }
    }

    private void CheckServices(ReadOnlySpan<ServiceEntry> services)
    {
        Want(services.Length == _facts.Services, "the services");
        var slots = Slots(SectionId.ServiceSlots, services.Length);
        var areas = Read<ushort>(SectionId.Areas);
        var cells = 0L;
        for (var index = 0; index < services.Length; index++)
        {
            ref readonly var service = ref services[index];
            Want(index == 0 || service.Number > services[index - 1].Number, "the order of the services");
            Want(service.Validity < _facts.Validities && service.CellStart == cells, "a service");
            Want(KeyTable.Find(slots, services, _facts.ServiceSeed, service.Number) == index, "the table of services");
            CheckAreas(in service, areas);
            cells += service.AreaCount;
        }

        Want(cells * sizeof(uint) == sections[SectionId.Cells].Length, "the cells");
    }

    private ReadOnlySpan<ushort> Slots(SectionId id, int keys)
    {
        var slots = Read<ushort>(id);
        Want(slots.Length == KeyTable.SlotsFor(keys), "a table of keys");
        foreach (var slot in slots)
            Want(slot == KeyTable.Empty || slot < keys, "a table of keys");
        return slots;
    }

    private void CheckAreas(ref readonly ServiceEntry service, ReadOnlySpan<ushort> areas)
    {
        var isDense = service.IsDense != 0;
        var length = isDense ? (long)AreaSet.BlocksFor(_facts.Regions) * AreaSet.BlockWords * 2 : service.AreaCount;
        Want(service.IsDense <= 1 && service.AreaStart % (SectionTable.Alignment / sizeof(ushort)) == 0 && service.AreaStart + length <= areas.Length, "the areas of a service");
        var own = areas.Slice((int)service.AreaStart, (int)length);
        if (isDense)
            CheckBitmap(MemoryMarshal.Cast<ushort, uint>(own), service.AreaCount);
        else
            CheckList(own);
    }

    private static void CheckBitmap(ReadOnlySpan<uint> blocks, uint count)
    {
        var rank = 0u;
        for (var word = 0; word < blocks.Length; word++)
        {
            if (word % AreaSet.BlockWords == 0)
                Want(blocks[word] == rank, "the rank of a bitmap");
            else
                rank += (uint)BitOperations.PopCount(blocks[word]);
        }

        Want(rank == count, "the areas of a service");
    }

    private void CheckList(ReadOnlySpan<ushort> areas)
    {
        for (var place = 0; place < areas.Length; place++)
            Want(areas[place] < _facts.Regions && (place == 0 || areas[place] > areas[place - 1]), "the areas of a service");
    }

    private void CheckValidities()
    {
        var offsets = Read<uint>(SectionId.ValidityOffsets);
        var intervals = Read<DayInterval>(SectionId.Intervals).Length;
        Want(offsets.Length == _facts.Validities + 1 && offsets[0] == 0 && offsets[^1] == intervals, "the validities");
        for (var index = 1; index < offsets.Length; index++)
            Want(offsets[index] >= offsets[index - 1], "the validities");
    }

    private void CheckLists(int roles)
    {
        var shorts = Read<uint>(SectionId.Lists);
        var wides = Read<ulong>(SectionId.WideLists);
        Want(shorts.IsEmpty || (shorts[^1] & NamedUnit.MoreFlag) == 0, "the end of a list");
        Want(wides.IsEmpty || (wides[^1] & NamedUnit.MoreFlag) == 0, "the end of a list");
        WantAll(SectionId.Lists, static (check, piece) => check.FitsEntries(piece), "an entry of a list");
        foreach (var bits in wides)
            Want(Fits(NamedUnit.FromWide(bits)) && NamedUnit.FromWide(bits).Role < roles, "an entry of a list");
    }

    private void CheckCells()
    {
        (_shorts, _wides) = ((int)(sections[SectionId.Lists].Length / sizeof(uint)), (int)(sections[SectionId.WideLists].Length / sizeof(ulong)));
        WantAll(SectionId.Cells, static (check, piece) => check.FitsCells(piece), "a cell");
    }

    // Millions of them, on all cores; called once a piece, not once an entry.
    private void WantAll(SectionId id, Func<StructureCheck, Section, bool> holds, string what)
    {
        var section = sections[id];
        var pieces = (int)((section.Length + Piece - 1) / Piece);
        var result = Parallel.For(0, pieces, (piece, state) =>
        {
            var start = (long)piece * Piece;
            if (!holds(this, new Section(section.Offset + start, Math.Min(Piece, section.Length - start))))
                state.Stop();
        });
        Want(result.IsCompleted, what);
    }

    private bool FitsCells(Section piece)
    {
        var fits = true;
        foreach (var bits in bytes.Read<uint>(piece))
            fits &= Fits(new Cell(bits));
        return fits;
    }

    private bool FitsEntries(Section piece)
    {
        var fits = true;
        foreach (var bits in bytes.Read<uint>(piece))
            fits &= Fits(NamedUnit.FromShort(bits));
        return fits;
    }

    private bool Fits(Cell cell) => cell.IsList ? cell.Place < (cell.IsWide ? _wides : _shorts) : Fits(cell.Single);

    private bool Fits(NamedUnit unit) => unit.Unit < _facts.Units && unit.Validity < _facts.Validities;

    private ReadOnlySpan<T> Read<T>(SectionId id)
        where T : unmanaged => bytes.Read<T>(sections[id]);

    private static void Want(bool holds, string what)
    {
        if (!holds)
            throw Wrong(what);
    }

    private static InvalidDataException Wrong(string what) => new($"{what} does not fit.");
}
