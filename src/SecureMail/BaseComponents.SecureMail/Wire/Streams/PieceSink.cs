namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>Collects what is written until a piece is full, since what follows works on whole pieces. Only the last one may be shorter.</summary>
internal abstract class PieceSink(int pieceLength) : SinkStream
{
    private readonly byte[] _piece = new byte[pieceLength];
    private int _filled;

    public sealed override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var count = Math.Min(buffer.Length, _piece.Length - _filled);
            buffer[..count].CopyTo(_piece.AsSpan(_filled));
            _filled += count;
            buffer = buffer[count..];
            if (_filled == _piece.Length)
                PassOn();
        }
    }

    /// <summary>Passes on what is there, be it nothing.</summary>
    protected void PassOn()
    {
        Take(_piece, _filled);
        _filled = 0;
    }

    /// <param name="piece">The octets, until the call returns.</param>
    /// <param name="length">How many of them count.</param>
    protected abstract void Take(byte[] piece, int length);
}
