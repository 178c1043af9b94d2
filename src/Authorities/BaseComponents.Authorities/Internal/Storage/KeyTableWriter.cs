using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>
/// Fills the slots of a <see cref="KeyTable"/>. The seed comes out of a hash over all the keys, so that nobody who sends some of them can
/// make them all meet in one slot.
/// </summary>
internal static class KeyTableWriter
{
    private const int MostAttempts = 1000;

    public static ushort[] Write(ReadOnlySpan<long> keys, out uint seed)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(keys), hash);
        var slots = new ushort[KeyTable.SlotsFor(keys.Length)];
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            seed = BinaryPrimitives.ReadUInt32LittleEndian(hash);
            if (TryFill(slots, keys, seed))
                return slots;
            SHA256.HashData(hash, hash);
        }

        throw SnapshotFailures.TooMuch("keys in one table", keys.Length);
    }

    private static bool TryFill(ushort[] slots, ReadOnlySpan<long> keys, uint seed)
    {
        Array.Fill(slots, KeyTable.Empty);
        for (var index = 0; index < keys.Length; index++)
        {
            var (slot, way) = (KeyTable.Slot(keys[index], seed, slots.Length), 0);
            for (; way < KeyTable.LongestWay && slots[slot] != KeyTable.Empty; way++)
                slot = (slot + 1) & (slots.Length - 1);
            if (way == KeyTable.LongestWay)
                return false;
            slots[slot] = (ushort)index;
        }

        return true;
    }
}
