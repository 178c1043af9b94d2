using System.Runtime.InteropServices;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Makes the entries of all areas: those of the lists, those around them, and those that only competences name.</summary>
internal static class RegionEntries
{
    public static RegionEntry[] Of(DraftContent content)
    {
        var flags = new AreaFlags(content.Regions);
        var numbers = new SortedSet<long>(flags.Known);
        foreach (var number in AreasOf(content))
            numbers.Add(number);
        if (numbers.Count >= ushort.MaxValue)
            throw SnapshotFailures.TooMuch("regions", ushort.MaxValue - 1);
        var indices = numbers.Index().ToDictionary(pair => pair.Item, pair => (ushort)pair.Index);
        return [.. numbers.Select(number => Entry(number, flags.Of(number), indices))];
    }

    private static HashSet<long> AreasOf(DraftContent content)
    {
        var areas = new HashSet<long>();
        foreach (var row in CollectionsMarshal.AsSpan(content.Competences))
            areas.Add(row.Area);
        foreach (var row in content.OnlineRows)
            areas.Add(row.Area);
        return areas;
    }

    private static RegionEntry Entry(long number, byte flags, Dictionary<long, ushort> indices)
    {
        var key = RegionKey.OfArea(number);
        var entry = new RegionEntry
        {
            Number = number,
            KeyLevel = (byte)key.Level,
            Flags = flags,
        };
        ((Span<ushort>)entry.Parents).Fill(ParentIndices.None);
        foreach (var ancestor in key.Ancestors())
            entry.Parents[(int)ancestor.Level - 1] = indices.GetValueOrDefault(ancestor.Shortest.AreaNumber, ParentIndices.None);
        return entry;
    }
}
