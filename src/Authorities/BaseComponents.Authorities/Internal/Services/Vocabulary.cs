namespace BaseComponents.Authorities.Internal.Services;

/// <summary>The stems of all words of the catalogue, sorted, in one row of characters: what begins alike is a range.</summary>
internal sealed class Vocabulary
{
    private readonly char[] _characters;
    private readonly int[] _starts;

    /// <param name="stems">Distinct, in ordinal order.</param>
    public Vocabulary(IReadOnlyList<string> stems)
    {
        _characters = string.Concat(stems).ToCharArray();
        _starts = new int[stems.Count + 1];
        for (var number = 0; number < stems.Count; number++)
            _starts[number + 1] = _starts[number] + stems[number].Length;
    }

    public int Count => _starts.Length - 1;

    /// <summary>Bytes held.</summary>
    public int Size => (sizeof(char) * _characters.Length) + (sizeof(int) * _starts.Length);

    public ReadOnlySpan<char> this[int number] => _characters.AsSpan(_starts[number].._starts[number + 1]);

    /// <summary>The number of a stem, or -1.</summary>
    public int Find(ReadOnlySpan<char> stem)
    {
        var number = FirstFrom(stem);
        return number < Count && this[number].SequenceEqual(stem) ? number : -1;
    }

    /// <summary>The numbers of the stems that begin so.</summary>
    public Range BeginningWith(ReadOnlySpan<char> beginning)
    {
        var first = FirstFrom(beginning);
        var (low, high) = (first, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle].StartsWith(beginning, StringComparison.Ordinal))
                low = middle + 1;
            else
                high = middle;
        }

        return first..low;
    }

    private int FirstFrom(ReadOnlySpan<char> stem)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle].SequenceCompareTo(stem) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
