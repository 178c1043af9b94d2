using System.Numerics;

namespace BaseComponents.Authorities.Internal.Regions;

/// <summary>
/// All distinct words of all names with the places they occur in: sorted, so that a beginning is a range, and with their letters as bits by length,
/// so that a look for mistyped words passes over nearly all of them (ADR 0021).
/// </summary>
internal sealed class WordIndex
{
    private readonly string[] _words;
    private readonly int[] _starts;
    private readonly int[] _places;
    private readonly int[] _byLength;
    private readonly uint[] _letters;
    private readonly int[] _lengthStarts;

    /// <param name="entries">Each word of each place, any number of times.</param>
    public WordIndex(IEnumerable<(string Word, int Place)> entries)
    {
        var groups = entries.Distinct().GroupBy(entry => entry.Word, entry => entry.Place, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, Places: group.Order().ToArray())).ToList();
        _words = [.. groups.Select(group => group.Key)];
        _places = [.. groups.SelectMany(group => group.Places)];
        _starts = new int[_words.Length + 1];
        for (var word = 0; word < _words.Length; word++)
            _starts[word + 1] = _starts[word] + groups[word].Places.Length;
        _byLength = [.. Enumerable.Range(0, _words.Length).OrderBy(word => _words[word].Length)];
        _letters = [.. _byLength.Select(word => Typing.Letters(_words[word]))];
        _lengthStarts = LengthStarts();
    }

    /// <summary>The places of all words that begin so, those of the word itself first; with repetitions.</summary>
    public ReadOnlySpan<int> BeginningWith(string text)
    {
        var first = LowerBound(text);
        var (last, end) = (first, _words.Length);
        while (last < end)
        {
            var middle = (last + end) / 2;
            (last, end) = _words[middle].StartsWith(text, StringComparison.Ordinal) ? (middle + 1, end) : (last, middle);
        }

        return _places.AsSpan(_starts[first].._starts[last]);
    }

    /// <summary>The places of a word; with repetitions.</summary>
    public ReadOnlySpan<int> Of(ReadOnlySpan<char> word)
    {
        var place = LowerBound(word);
        return place < _words.Length && word.SequenceEqual(_words[place]) ? _places.AsSpan(_starts[place].._starts[place + 1]) : [];
    }

    /// <summary>Adds the places of all words that differ from a typed one by no more mistakes than allowed.</summary>
    public void AddMistyped(string typed, ICollection<int> places)
    {
        var allowed = Typing.Allowed(typed);
        if (allowed == 0)
            return;
        var letters = Typing.Letters(typed);
        var end = StartOf(typed.Length + allowed + 1);
        for (var at = StartOf(typed.Length - allowed); at < end; at++)
        {
            var differing = _letters[at] ^ letters;
            if (differing != 0 && (BitOperations.PopCount(differing & letters) > allowed || BitOperations.PopCount(differing & ~letters) > allowed))
                continue;
            var word = _byLength[at];
            if (Typing.Distance(_words[word], typed) == WordMatch.None)
                continue;
            foreach (var place in _places.AsSpan(_starts[word].._starts[word + 1]))
                places.Add(place);
        }
    }

    private int LowerBound(ReadOnlySpan<char> text)
    {
        var (first, end) = (0, _words.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            (first, end) = _words[middle].AsSpan().SequenceCompareTo(text) < 0 ? (middle + 1, end) : (first, middle);
        }

        return first;
    }

    private int StartOf(int length) => _lengthStarts[Math.Clamp(length, 0, _lengthStarts.Length - 1)];

    private int[] LengthStarts()
    {
        var longest = _words.Length == 0 ? 0 : _words[_byLength[^1]].Length;
        var starts = new int[longest + 2];
        for (var length = 1; length < starts.Length; length++)
        {
            starts[length] = starts[length - 1];
            while (starts[length] < _words.Length && _words[_byLength[starts[length]]].Length < length)
                starts[length]++;
        }

        return starts;
    }
}
