using System.Numerics;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>
/// Finds the index of a key: open addressing, in slots of two bytes that hold indices. The seed is chosen by the writer so that no key is
/// far from its slot, whatever keys a delivery brings.
/// </summary>
internal static class KeyTable
{
    public const ushort Empty = ushort.MaxValue;
    public const int LongestWay = 64;

    /// <summary>Slots for a number of keys: a power of two, at most half of them taken.</summary>
    public static int SlotsFor(int keys) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(keys * 2, 2));

    public static int Slot(long key, uint seed, int slots)
    {
        var mixed = ((ulong)key ^ seed) * 0x9E37_79B9_7F4A_7C15;
        mixed = (mixed ^ (mixed >> 32)) * 0xD6E8_FEB8_6659_FD93;
        return (int)(mixed >> 32) & (slots - 1);
    }

    /// <returns>Index of the entry that has the key, or -1.</returns>
    public static int Find<TEntry>(ReadOnlySpan<ushort> slots, ReadOnlySpan<TEntry> entries, uint seed, long key)
        where TEntry : unmanaged, IKeyedEntry
    {
        var slot = Slot(key, seed, slots.Length);
        for (var way = 0; way < LongestWay; way++)
        {
            var index = slots[slot];
            if (index == Empty)
                return -1;
            if (entries[index].Key == key)
                return index;
            slot = (slot + 1) & (slots.Length - 1);
        }

        return -1;
    }
}

/// <summary>An entry that is found by its key.</summary>
internal interface IKeyedEntry
{
    /// <summary>The key as a number.</summary>
    long Key { get; }
}
