namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Goes through the units of a cell: those of the strongest role first, the entries of one unit beside each other.</summary>
internal ref struct CellUnits(Cell cell, ReadOnlySpan<uint> lists, ReadOnlySpan<ulong> wideLists)
{
    private readonly ReadOnlySpan<uint> _lists = lists;
    private readonly ReadOnlySpan<ulong> _wideLists = wideLists;
    private int _place = cell.IsList ? cell.Place : 0;
    private bool _hasMore = true;

    public NamedUnit Current { get; private set; }

    public readonly CellUnits GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!_hasMore)
            return false;
        if (!cell.IsList)
            (Current, _hasMore) = (cell.Single, false);
        else if (cell.IsWide)
            TakeWide(_wideLists[_place++]);
        else
            TakeShort(_lists[_place++]);
        return true;
    }

    private void TakeShort(uint bits) => (Current, _hasMore) = (NamedUnit.FromShort(bits), (bits & NamedUnit.MoreFlag) != 0);

    private void TakeWide(ulong bits) => (Current, _hasMore) = (NamedUnit.FromWide(bits), (bits & NamedUnit.MoreFlag) != 0);
}
