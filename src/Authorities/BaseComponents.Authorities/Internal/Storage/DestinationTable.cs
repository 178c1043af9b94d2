namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Where applications go, by competence.</summary>
internal sealed class DestinationTable(SnapshotBytes bytes, Section entries, Section destinations)
{
    private ReadOnlySpan<DestinationEntry> Entries => bytes.Read<DestinationEntry>(entries);

    private ReadOnlySpan<Guid> Destinations => bytes.Read<Guid>(destinations);

    /// <summary>The destination of a competence; <see cref="Guid.Empty"/> for one that does not count; none where none is named.</summary>
    public Guid? Find(int service, int area, NamedUnit unit)
    {
        var all = Entries;
        var wanted = DestinationEntry.Of(service, area, unit, 0);
        var (low, high) = (0, all.Length - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = all[middle].CompareWith(wanted);
            if (order == 0)
                return all[middle].Destination == DestinationEntry.Idle ? Guid.Empty : Destinations[(int)all[middle].Destination];
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <exception cref="InvalidDataException">The entries are not in order, or lead outside.</exception>
    public void Check(IndexFacts facts)
    {
        var all = Entries;
        var known = Destinations.Length;
        for (var index = 0; index < all.Length; index++)
        {
            ref readonly var entry = ref all[index];
            var isInside = entry.Service < facts.Services && entry.Area < facts.Regions && (uint)entry.Unit < (uint)facts.Units && (entry.Way & 0xFF_FFFF) < facts.Validities;
            if (!isInside || (entry.Destination != DestinationEntry.Idle && entry.Destination >= known) || (index > 0 && all[index - 1].CompareWith(entry) >= 0))
                throw new InvalidDataException("a destination does not fit.");
        }
    }
}
