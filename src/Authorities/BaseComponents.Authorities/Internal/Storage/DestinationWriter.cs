using System.Runtime.InteropServices;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>
/// Writes the destinations of competences. Two that are named for one competence contradict each other: neither of them counts, since an
/// application that goes to the wrong one cannot be called back.
/// </summary>
internal sealed class DestinationWriter(DraftContent content, Dictionary<long, ushort> services, Dictionary<long, ushort> regions)
{
    public Guid[] Destinations { get; private set; } = [];

    public DestinationEntry[] Write()
    {
        Destinations = [.. content.Destinations.Select(named => named.Destination).Where(destination => destination != Guid.Empty).Distinct().Order()];
        var numbers = Destinations.Index().ToDictionary(pair => pair.Item, pair => (uint)pair.Index);
        numbers[Guid.Empty] = DestinationEntry.Idle;
        var entries = content.Destinations.Select(named => Entry(named.Row, numbers[named.Destination])).ToArray();
        Array.Sort(entries, static (one, other) => one.CompareWith(other) is var order and not 0 ? order : one.Destination.CompareTo(other.Destination));
        return Joined(entries);
    }

    private DestinationEntry Entry(CompetenceRow row, uint destination) =>
        DestinationEntry.Of(services[row.Service], regions[row.Area], new NamedUnit(row.Unit, row.Role, row.Validity), destination);

    private static DestinationEntry[] Joined(DestinationEntry[] sorted)
    {
        var joined = new List<DestinationEntry>(sorted.Length);
        foreach (var entry in sorted)
        {
            if (joined.Count == 0 || joined[^1].CompareWith(entry) != 0)
                joined.Add(entry);
            else if (joined[^1].Destination != entry.Destination)
                CollectionsMarshal.AsSpan(joined)[^1] = entry with { Destination = DestinationEntry.Idle };
        }

        return [.. joined];
    }
}
