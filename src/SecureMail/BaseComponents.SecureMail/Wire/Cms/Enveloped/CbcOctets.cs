using System.Security.Cryptography;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>
/// Plain text of AES in cipher block chaining mode, decrypted where it is read: the block in front is all that a place needs. Nothing in it shows a change; only a padding
/// that cannot be (RFC 5652 section 6.3) is found, and that is the same answer as a wrong key.
/// </summary>
internal sealed class CbcOctets : IOctets, IDisposable
{
    private const int Block = 16;
    private const int PieceLength = 64 * 1024;
    private readonly Lock _using = new();
    private readonly IOctets _encrypted;
    private readonly Aes _aes = Aes.Create();
    private readonly byte[] _initialVector;
    private readonly byte[] _input = new byte[PieceLength];
    private readonly byte[] _plain = new byte[PieceLength];

    public CbcOctets(IOctets encrypted, byte[] key, byte[] initialVector)
    {
        (_encrypted, _initialVector, _aes.Key) = (encrypted, initialVector, key);
        Length = _encrypted.Length is > 0 and var length && length % Block == 0 ? length - PaddingLength() : throw new CmsException(CmsProblem.NoKey);
    }

    public long Length { get; }

    public void Read(long offset, Span<byte> buffer)
    {
        lock (_using)
        {
            while (!buffer.IsEmpty)
            {
                var skipped = (int)(offset % Block);
                var count = Math.Min(buffer.Length, PieceLength - skipped);
                Decrypt(offset - skipped, (skipped + count + Block - 1) / Block * Block).Slice(skipped, count).CopyTo(buffer);
                offset += count;
                buffer = buffer[count..];
            }
        }
    }

    public void Dispose()
    {
        _aes.Dispose();
        CryptographicOperations.ZeroMemory(_plain);
    }

    private ReadOnlySpan<byte> Decrypt(long offset, int length)
    {
        Span<byte> before = stackalloc byte[Block];
        if (offset == 0)
            _initialVector.CopyTo(before);
        else
            _encrypted.Read(offset - Block, before);
        var input = _input.AsSpan(0, length);
        _encrypted.Read(offset, input);
        _aes.DecryptCbc(input, before, _plain, PaddingMode.None);
        return _plain.AsSpan(0, length);
    }

    private int PaddingLength()
    {
        var last = Decrypt(_encrypted.Length - Block, Block);
        int length = last[^1];
        return length is > 0 and <= Block && !last[^length..].ContainsAnyExcept((byte)length) ? length : throw new CmsException(CmsProblem.NoKey);
    }
}
