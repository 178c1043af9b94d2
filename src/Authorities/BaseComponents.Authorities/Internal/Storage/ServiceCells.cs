namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Writes areas and cells of all services, one service after the other.</summary>
internal sealed class ServiceCells(DraftContent content, RegionEntry[] regions)
{
    private readonly Dictionary<long, ushort> _regionIndices = regions.Index().ToDictionary(pair => pair.Item.Number, pair => (ushort)pair.Index);
    private readonly List<ushort> _own = [];

    public ServiceEntry[] Entries { get; private set; } = [];

    public List<ushort> Areas { get; } = [];

    public List<uint> Cells { get; } = [];

    public CellListWriter Lists { get; } = new();

    /// <param name="rows">All competences, sorted.</param>
    public ServiceCells Write(ReadOnlySpan<CompetenceRow> rows)
    {
        if (content.Services.Count >= ushort.MaxValue)
            throw SnapshotFailures.TooMuch("services", ushort.MaxValue - 1);
        Entries = [.. content.Services.Keys.Order().Select(number => new ServiceEntry { Number = number })];
        foreach (ref var entry in Entries.AsSpan())
        {
            var own = 0;
            while (own < rows.Length && rows[own].Service == entry.Number)
                own++;
            Write(ref entry, rows[..own]);
            rows = rows[own..];
        }

        return this;
    }

    private void Write(ref ServiceEntry entry, ReadOnlySpan<CompetenceRow> rows)
    {
        entry.Validity = (uint)content.ValidityOf(content.Services[entry.Number].Select(description => (DayInterval[])[.. description.Days]).Aggregate(Days.Or));
        entry.CellStart = (uint)Cells.Count;
        _own.Clear();
        while (rows.Length > 0)
        {
            var same = 1;
            while (same < rows.Length && rows[same].Area == rows[0].Area)
                same++;
            var area = _regionIndices[rows[0].Area];
            _own.Add(area);
            entry.Tiers |= (byte)(1 << regions[area].KeyLevel);
            Cells.Add(Lists.Write(rows[..same]).Bits);
            rows = rows[same..];
        }

        entry.AreaCount = (uint)_own.Count;
        entry.AreaStart = WriteAreas(ref entry);
    }

    // The smaller of the two forms.
    private uint WriteAreas(ref ServiceEntry entry)
    {
        while (Areas.Count % (SectionTable.Alignment / sizeof(ushort)) != 0)
            Areas.Add(0);
        var start = (uint)Areas.Count;
        entry.IsDense = (byte)(AreaSet.BlocksFor(regions.Length) * AreaSet.BlockWords * 2 < _own.Count ? 1 : 0);
        if (entry.IsDense == 0)
            Areas.AddRange(_own);
        else
            AddBitmap();
        return start;
    }

    private void AddBitmap()
    {
        var words = new uint[AreaSet.BlocksFor(regions.Length) * AreaSet.BlockWords];
        foreach (var area in _own)
            words[(area / AreaSet.AreasInBlock * AreaSet.BlockWords) + 1 + (area % AreaSet.AreasInBlock / 32)] |= 1u << (area % AreaSet.AreasInBlock % 32);
        var rank = 0u;
        for (var word = 0; word < words.Length; word++)
        {
            if (word % AreaSet.BlockWords == 0)
                words[word] = rank;
            else
                rank += (uint)System.Numerics.BitOperations.PopCount(words[word]);
        }

        Areas.AddRange(System.Runtime.InteropServices.MemoryMarshal.Cast<uint, ushort>(words));
    }
}
