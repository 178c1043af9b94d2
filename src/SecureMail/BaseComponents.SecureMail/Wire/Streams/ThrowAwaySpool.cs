using System.Security.Cryptography;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;

namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>
/// Keeps what is not ciphertext already: it is encrypted under a random key that exists in this object only, so that a file left behind after a crash says nothing.
/// </summary>
internal sealed class ThrowAwaySpool : SinkStream, IOctets
{
    private const int PieceLength = 64 * 1024;
    private readonly CipherSpool _spool = new();
    private readonly CounterMode _cipher;
    private readonly byte[] _piece = new byte[PieceLength];

    public ThrowAwaySpool()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        _cipher = new CounterMode(key, new byte[CounterMode.Block]);
        CryptographicOperations.ZeroMemory(key);
    }

    public bool IsInFile => _spool.IsInFile;

    long IOctets.Length => _spool.Length;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var piece = _piece.AsSpan(0, Math.Min(buffer.Length, PieceLength));
            buffer[..piece.Length].CopyTo(piece);
            _cipher.Apply(_spool.Length, piece);
            _spool.Write(piece);
            buffer = buffer[piece.Length..];
        }
    }

    public void Read(long offset, Span<byte> buffer)
    {
        ((IOctets)_spool).Read(offset, buffer);
        _cipher.Apply(offset, buffer);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _spool.Dispose();
            _cipher.Dispose();
        }

        base.Dispose(disposing);
    }
}
