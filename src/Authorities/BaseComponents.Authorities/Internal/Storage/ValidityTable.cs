namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>The validities of an index. Number 0 means always; each other one has at least one interval.</summary>
internal readonly ref struct ValidityTable(ReadOnlySpan<uint> offsets, ReadOnlySpan<DayInterval> intervals)
{
    private readonly ReadOnlySpan<uint> _offsets = offsets;
    private readonly ReadOnlySpan<DayInterval> _intervals = intervals;

    public bool Covers(int validity, int day)
    {
        if (validity == 0)
            return true;
        foreach (var interval in _intervals[(int)_offsets[validity]..(int)_offsets[validity + 1]])
        {
            if (interval.From <= day && day <= interval.To)
                return true;
        }

        return false;
    }
}
