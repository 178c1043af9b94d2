namespace BaseComponents.Authorities.Internal.Services;

/// <summary>
/// Splits compounds (<c>Hundesteuermarke</c>) by parts that the catalogue itself teaches: its words, and what at least two of its words have in front of or
/// behind such a word. The parts must fill the whole word; between them may stand a joint (Geburt-s-urkunde).
/// </summary>
internal sealed class WordParts
{
    private const int ShortestPart = 4;
    private static readonly string[] Joints = ["", "s", "n", "en", "es", "e", "er"];
    private readonly HashSet<string> _parts;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <param name="words">The folded words of the catalogue, also repeated ones.</param>
    public WordParts(IEnumerable<string> words)
    {
        var known = words.Where(word => word.Length >= ShortestPart && word.All(char.IsAsciiLetter)).ToHashSet(StringComparer.Ordinal);
        _parts = [.. known, .. Ends(known)];
        _parts.UnionWith(_parts.Select(part => WordStem.Of(part).ToString()).Where(stem => stem.Length >= ShortestPart).ToList());
        _lookup = _parts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The parts of a compound, at least two; none if it cannot be split.</summary>
    public List<string> Split(string word)
    {
        var parts = new List<string>();
        var failed = 0UL;
        return word.Length is >= 2 * ShortestPart and <= SearchWords.LongestWord && Split(word, 0, parts, ref failed) ? parts : [];
    }

    /// <summary>The longest known beginning and end of a word that cannot be split, since it has parts the catalogue does not know.</summary>
    public IEnumerable<string> KnownEnds(string word)
    {
        for (var length = word.Length - 2; length >= ShortestPart; length--)
        {
            if (!_lookup.Contains(word.AsSpan(0, length)))
                continue;
            yield return word[..length];
            break;
        }

        for (var start = 2; start <= word.Length - ShortestPart; start++)
        {
            if (!_lookup.Contains(word.AsSpan(start)))
                continue;
            yield return word[start..];
            break;
        }
    }

    // The longest part first, so that a compound that is itself known splits as late as it can. Each place from which the rest cannot be split is noted
    // as a bit and not tried again: no word takes long.
    private bool Split(ReadOnlySpan<char> word, int start, List<string> parts, ref ulong failed)
    {
        if ((failed & (1UL << start)) != 0)
            return false;
        var rest = word[start..];
        if (start > 0 && _lookup.Contains(rest))
        {
            parts.Add(rest.ToString());
            return true;
        }

        for (var length = rest.Length - ShortestPart; length >= ShortestPart; length--)
        {
            if (!_lookup.Contains(rest[..length]))
                continue;
            parts.Add(rest[..length].ToString());
            if (SplitBehind(word, start + length, parts, ref failed))
                return true;
            parts.RemoveAt(parts.Count - 1);
        }

        failed |= 1UL << start;
        return false;
    }

    private bool SplitBehind(ReadOnlySpan<char> word, int start, List<string> parts, ref ulong failed)
    {
        var rest = word[start..];
        foreach (var joint in Joints)
        {
            if (rest.Length - joint.Length >= ShortestPart && rest.StartsWith(joint, StringComparison.Ordinal) && Split(word, start + joint.Length, parts, ref failed))
                return true;
        }

        return false;
    }

    // "Hundesteuer" and "Hundekot" teach "hunde", though no title has it as a word.
    private static IEnumerable<string> Ends(HashSet<string> known)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in known)
        {
            for (var length = ShortestPart; length <= word.Length - ShortestPart; length++)
            {
                var (head, tail) = (word[..length], word[length..]);
                if (lookup.Contains(tail))
                    counts[head] = counts.GetValueOrDefault(head) + 1;
                if (lookup.Contains(head))
                    counts[tail] = counts.GetValueOrDefault(tail) + 1;
            }
        }

        return counts.Where(count => count.Value >= 2).Select(count => count.Key);
    }
}
