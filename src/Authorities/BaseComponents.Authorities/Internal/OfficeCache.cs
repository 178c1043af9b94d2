namespace BaseComponents.Authorities.Internal;

/// <summary>The units that were decoded last, so that one that everybody asks for is decoded once. Of fixed size.</summary>
internal sealed class OfficeCache
{
    private const int Slots = 1024;
    private readonly Entry?[] _entries = new Entry?[Slots];

    public Office Get(int index, Func<int, Office> load)
    {
        ref var slot = ref _entries[index % Slots];
        if (Volatile.Read(ref slot) is { } entry && entry.Index == index)
            return entry.Office;
        var office = load(index);
        Volatile.Write(ref slot, new Entry(index, office));
        return office;
    }

    private sealed record Entry(int Index, Office Office);
}
