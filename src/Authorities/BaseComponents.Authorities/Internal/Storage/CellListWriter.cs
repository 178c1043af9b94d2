namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Writes who is named for one service in one area: into the cell itself, or into a list if it does not fit there.</summary>
internal sealed class CellListWriter
{
    private readonly List<NamedUnit> _units = [];

    public List<uint> Shorts { get; } = [];

    public List<ulong> Wides { get; } = [];

    /// <param name="rows">All rows of the service in the area, those of one unit beside each other.</param>
    public Cell Write(ReadOnlySpan<CompetenceRow> rows)
    {
        Collect(rows);
        if (_units.Count == 1 && _units[0].IsShort)
            return Cell.Of(_units[0]);
        return _units.TrueForAll(unit => unit.IsShort) ? WriteShorts() : WriteWides();
    }

    // The unit of the strongest role first; what was said twice counts once.
    private void Collect(ReadOnlySpan<CompetenceRow> rows)
    {
        _units.Clear();
        foreach (ref readonly var row in rows)
        {
            var unit = new NamedUnit(row.Unit, row.Role, row.Validity);
            if (_units.Count == 0 || _units[^1] != unit)
                _units.Add(unit);
        }

        if (_units.Count == 1)
            return;
        var strongest = _units.GroupBy(unit => unit.Unit).ToDictionary(group => group.Key, group => group.Min(unit => unit.Role));
        _units.Sort((one, other) => (strongest[one.Unit], one.Unit, one.Role, one.Validity).CompareTo((strongest[other.Unit], other.Unit, other.Role, other.Validity)));
    }

    private Cell WriteShorts()
    {
        var place = Shorts.Count;
        for (var index = 0; index < _units.Count; index++)
            Shorts.Add(_units[index].ToShort() | (index < _units.Count - 1 ? NamedUnit.MoreFlag : 0));
        return Cell.OfList(place, isWide: false);
    }

    private Cell WriteWides()
    {
        var place = Wides.Count;
        for (var index = 0; index < _units.Count; index++)
            Wides.Add(_units[index].ToWide() | (index < _units.Count - 1 ? NamedUnit.MoreFlag : 0));
        return Cell.OfList(place, isWide: true);
    }
}
