namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>The services on the web, by public service and area.</summary>
internal sealed class OnlineTable(SnapshotBytes bytes, Section entries)
{
    private ReadOnlySpan<OnlineEntry> Entries => bytes.Read<OnlineEntry>(entries);

    /// <summary>Those for a service in exactly this area, in the order of their numbers.</summary>
    public ReadOnlySpan<OnlineEntry> Find(int service, int area)
    {
        var all = Entries;
        var found = all.BinarySearch(OnlineEntry.Of(service, area, 0, 0));
        var start = found < 0 ? ~found : found;
        var end = start;
        while (end < all.Length && all[end].Service == service && all[end].Area == area)
            end++;
        return all[start..end];
    }

    /// <exception cref="InvalidDataException">The entries are not in order, or lead outside.</exception>
    public void Check(IndexFacts facts, int online)
    {
        var all = Entries;
        for (var index = 0; index < all.Length; index++)
        {
            ref readonly var entry = ref all[index];
            var isInside = entry.Service < facts.Services && entry.Area < facts.Regions && (uint)entry.Online < (uint)online && entry.Validity < (uint)facts.Validities;
            if (!isInside || (index > 0 && all[index - 1].CompareTo(entry) >= 0))
                throw new InvalidDataException("a service on the web does not fit.");
        }
    }
}
