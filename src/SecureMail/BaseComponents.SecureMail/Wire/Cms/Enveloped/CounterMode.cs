using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>
/// AES in counter mode (NIST SP 800-38A section 6.5) with the counter of GCM, the last 32 bit of the block: any part is encrypted or decrypted without the parts before
/// it. The platform encrypts the counter blocks, many at a time.
/// </summary>
internal sealed class CounterMode : IDisposable
{
    public const int Block = 16;

    private const int Blocks = 1024;
    private readonly Lock _using = new();
    private readonly ICryptoTransform _encryptor;
    private readonly uint _first;
    private readonly byte[] _counters = new byte[Block * Blocks];
    private readonly byte[] _keystream = new byte[Block * Blocks];

    /// <param name="key">The key; it is not kept.</param>
    /// <param name="first">The block that the first 16 octets are encrypted with.</param>
    public CounterMode(byte[] key, ReadOnlySpan<byte> first)
    {
        using var aes = Aes.Create();
        (aes.Mode, aes.Padding) = (CipherMode.ECB, PaddingMode.None);
        _encryptor = aes.CreateEncryptor(key, null);
        _first = BinaryPrimitives.ReadUInt32BigEndian(first[(Block - sizeof(uint))..]);
        for (var block = 0; block < Blocks; block++)
            first.CopyTo(_counters.AsSpan(block * Block));
    }

    /// <summary>Encrypts or decrypts in place, which is the same.</summary>
    /// <param name="offset">Where in the whole the octets stand.</param>
    /// <param name="octets">Some octets.</param>
    public void Apply(long offset, Span<byte> octets)
    {
        lock (_using)
        {
            while (!octets.IsEmpty)
            {
                var skipped = (int)(offset % Block);
                var count = Math.Min(octets.Length, _keystream.Length - skipped);
                Fill(offset / Block, (skipped + count + Block - 1) / Block);
                Combine(octets[..count], _keystream.AsSpan(skipped, count));
                offset += count;
                octets = octets[count..];
            }
        }
    }

    public void Dispose()
    {
        _encryptor.Dispose();
        CryptographicOperations.ZeroMemory(_keystream);
    }

    private void Fill(long block, int count)
    {
        var counter = unchecked(_first + (uint)block);
        for (var index = 0; index < count; index++)
            BinaryPrimitives.WriteUInt32BigEndian(_counters.AsSpan((index * Block) + Block - sizeof(uint)), unchecked(counter++));
        _encryptor.TransformBlock(_counters, 0, count * Block, _keystream, 0);
    }

    private static void Combine(Span<byte> octets, ReadOnlySpan<byte> keystream)
    {
        var wide = MemoryMarshal.Cast<byte, Vector<byte>>(octets);
        var wideKeys = MemoryMarshal.Cast<byte, Vector<byte>>(keystream);
        for (var index = 0; index < wide.Length; index++)
            wide[index] ^= wideKeys[index];
        for (var index = wide.Length * Vector<byte>.Count; index < octets.Length; index++)
            octets[index] ^= keystream[index];
    }
}
