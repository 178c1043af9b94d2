using System.Buffers.Binary;
using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>
/// Makes sure that a file in the temp folder is read as it was written: of every piece a tag (GMAC under a key of this object) stays in memory, 16 octets of 64 KiB. What is
/// not a whole piece yet stays in memory itself.
/// </summary>
internal sealed class PieceTags : IDisposable
{
    public const int PieceLength = 64 * 1024;
    private const int TagLength = 16;
    private readonly AesGcm _mac;
    private readonly List<byte[]> _tags = [];
    private readonly byte[] _last = new byte[PieceLength];
    private int _lastLength;

    public PieceTags()
    {
        Span<byte> key = stackalloc byte[32];
        RandomNumberGenerator.Fill(key);
        _mac = new AesGcm(key, TagLength);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>Where the piece begins that is not whole yet.</summary>
    public long LastStart => (long)_tags.Count * PieceLength;

    public ReadOnlySpan<byte> Last => _last.AsSpan(0, _lastLength);

    /// <summary>What is written to the end of the file.</summary>
    public void Append(ReadOnlySpan<byte> octets)
    {
        while (!octets.IsEmpty)
        {
            var count = Math.Min(octets.Length, PieceLength - _lastLength);
            octets[..count].CopyTo(_last.AsSpan(_lastLength));
            _lastLength += count;
            octets = octets[count..];
            if (_lastLength == PieceLength)
                Close();
        }
    }

    /// <exception cref="IOException">The piece is not what was written.</exception>
    public void Check(int index, ReadOnlySpan<byte> piece)
    {
        try
        {
            _mac.Decrypt(Nonce(index), ReadOnlySpan<byte>.Empty, _tags[index], Span<byte>.Empty, piece);
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new IOException("The kept mail is not what it was: somebody has written into its file in the temp folder. Open the mail again.", exception);
        }
    }

    public void Dispose() => _mac.Dispose();

    // One number is used once: pieces are only ever added.
    private void Close()
    {
        var tag = new byte[TagLength];
        _mac.Encrypt(Nonce(_tags.Count), ReadOnlySpan<byte>.Empty, Span<byte>.Empty, tag, _last);
        _tags.Add(tag);
        _lastLength = 0;
    }

    private static byte[] Nonce(int index)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt32BigEndian(nonce, index);
        return nonce;
    }
}
