using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>Octets as a stream with a place of its own, read in large pieces: what stands behind them may have to be decrypted.</summary>
internal sealed class OctetStream(IOctets octets) : SourceStream
{
    private const int PieceLength = 64 * 1024;
    private readonly byte[] _piece = new byte[(int)Math.Min(PieceLength, octets.Length)];
    private long _pieceStart;
    private int _pieceLength;
    private long _position;

    public override bool CanSeek => true;

    public override long Length => octets.Length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= Length || buffer.IsEmpty)
            return 0;
        if (_position < _pieceStart || _position >= _pieceStart + _pieceLength)
            Load();
        var start = (int)(_position - _pieceStart);
        var count = Math.Min(buffer.Length, _pieceLength - start);
        _piece.AsSpan(start, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    protected override void Dispose(bool disposing)
    {
        CryptographicOperations.ZeroMemory(_piece);
        base.Dispose(disposing);
    }

    private void Load()
    {
        _pieceStart = _position - (_position % PieceLength);
        _pieceLength = 0;
        var length = (int)Math.Min(_piece.Length, Length - _pieceStart);
        octets.Read(_pieceStart, _piece.AsSpan(0, length));
        _pieceLength = length;
    }
}
