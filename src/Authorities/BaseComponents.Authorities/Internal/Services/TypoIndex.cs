using System.Numerics;
using BaseComponents.Authorities.Internal.Regions;

namespace BaseComponents.Authorities.Internal.Services;

/// <summary>
/// Finds stems that differ from what was typed by one or two mistakes: of each stem the beginning is kept with one and two letters left out, and so is
/// looked up what was typed. Only the place in a table is kept, four bytes for each; what meets there by chance fails the count of the mistakes.
/// </summary>
internal sealed class TypoIndex
{
    private const int Beginning = 7;
    private const int ShortestStem = 4;
    private readonly Vocabulary _stems;
    private readonly int[] _starts;
    private readonly int[] _numbers;
    private readonly int _shift;

    public TypoIndex(Vocabulary stems)
    {
        _stems = stems;
        var entries = new List<(uint Place, int Number)>();
        var hashes = new HashSet<uint>();
        for (var number = 0; number < stems.Count; number++)
        {
            Deletes(stems[number], hashes);
            foreach (var hash in hashes)
                entries.Add((hash, number));
        }

        var bits = Math.Max(1, BitOperations.Log2((uint)entries.Count + 1));
        _shift = 32 - bits;
        _starts = new int[(1 << bits) + 1];
        _numbers = new int[entries.Count];
        Fill(entries);
    }

    /// <summary>Bytes held.</summary>
    public int Size => sizeof(int) * (_starts.Length + _numbers.Length);

    /// <summary>Adds the numbers of the stems that are as near as any, and tells how many mistakes away they are; 0 if there is none.</summary>
    public int Find(ReadOnlySpan<char> typed, List<int> found, int most)
    {
        var best = Typing.Allowed(typed);
        if (best == 0)
            return 0;
        var hashes = new HashSet<uint>();
        Deletes(typed, hashes);
        var seen = new HashSet<int>();
        foreach (var hash in hashes)
        {
            for (var entry = _starts[hash >> _shift]; entry < _starts[(hash >> _shift) + 1]; entry++)
                best = Nearer(typed, _numbers[entry], best, found, seen);
        }

        if (found.Count > most)
            found.RemoveRange(most, found.Count - most);
        return found.Count > 0 ? best : 0;
    }

    private int Nearer(ReadOnlySpan<char> typed, int number, int best, List<int> found, HashSet<int> seen)
    {
        var distance = seen.Add(number) ? Typing.Distance(_stems[number], typed) : WordMatch.None;
        if (distance > best)
            return best;
        if (distance < best)
            found.Clear();
        found.Add(number);
        return distance;
    }

    private void Fill(List<(uint Place, int Number)> entries)
    {
        foreach (var (place, _) in entries)
            _starts[(place >> _shift) + 1]++;
        for (var place = 1; place < _starts.Length; place++)
            _starts[place] += _starts[place - 1];
        var next = _starts.ToArray();
        foreach (var (place, number) in entries)
            _numbers[next[place >> _shift]++] = number;
    }

    private static void Deletes(ReadOnlySpan<char> word, HashSet<uint> hashes)
    {
        hashes.Clear();
        if (word.Length < ShortestStem)
            return;
        var beginning = word[..Math.Min(word.Length, Beginning)];
        var allowed = word.Length >= Beginning ? 2 : 1;
        hashes.Add(Hash(beginning, -1, -1));
        for (var first = 0; first < beginning.Length; first++)
        {
            hashes.Add(Hash(beginning, first, -1));
            for (var second = first + 1; allowed > 1 && second < beginning.Length; second++)
                hashes.Add(Hash(beginning, first, second));
        }
    }

    // FNV-1a, its bits mixed once more, since the upper ones choose the place.
    private static uint Hash(ReadOnlySpan<char> word, int first, int second)
    {
        var hash = 2166136261u;
        for (var index = 0; index < word.Length; index++)
        {
            if (index != first && index != second)
                hash = (hash ^ word[index]) * 16777619u;
        }

        return (hash ^ (hash >> 15)) * 2654435769u;
    }
}
