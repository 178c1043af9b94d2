using System.Buffers.Binary;
using System.Security.Cryptography;

namespace BaseComponents.Sandbox.Internal;

/// <summary>Says which requests a fault hits: by a sequence that begins anew with the same seed, so that a run can be repeated.</summary>
internal sealed class FaultDice(int seed)
{
    private int _throws;

    /// <summary>Whether the next request is among so many of a hundred.</summary>
    public bool Hits(int share)
    {
        Span<byte> number = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(number, seed);
        BinaryPrimitives.WriteInt32LittleEndian(number[sizeof(int)..], Interlocked.Increment(ref _throws));
        return BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(number)) % 100 < share;
    }
}
