namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>What the lists say of an area, as its entry has it: the short look-up reads the entry, the full one the lists, and both must say the same.</summary>
internal sealed class AreaFlags(RegionCatalogue regions)
{
    private readonly HashSet<long> _known = [.. regions.Areas.Select(static area => area.AreaNumber)];
    private readonly HashSet<long> _municipalities = [.. regions.Municipalities.Select(static row => row.Key.AreaNumber)];

    public IReadOnlySet<long> Known => _known;

    public byte Of(long number) =>
        (byte)((_known.Contains(number) ? RegionEntry.KnownFlag : 0) | (_municipalities.Contains(number) ? RegionEntry.MunicipalityFlag : 0));

    public bool Fit(ReadOnlySpan<RegionEntry> entries)
    {
        foreach (ref readonly var entry in entries)
        {
            if (entry.Flags != Of(entry.Number))
                return false;
        }

        return true;
    }
}
