namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>
/// Collects what is written until a piece is full, since what follows works on whole pieces. Only the last one may be shorter. What comes as whole pieces is not copied, and what stays
/// small takes little room.
/// </summary>
internal abstract class PieceSink(int pieceLength) : SinkStream
{
    private const int FirstLength = 4 * 1024;
    private byte[] _piece = new byte[Math.Min(FirstLength, pieceLength)];
    private int _filled;

    public sealed override void Write(ReadOnlySpan<byte> buffer)
    {
        for (; _filled == 0 && buffer.Length >= pieceLength; buffer = buffer[pieceLength..])
            Take(buffer[..pieceLength]);
        while (!buffer.IsEmpty)
        {
            var count = Math.Min(buffer.Length, pieceLength - _filled);
            Collect(buffer[..count]);
            buffer = buffer[count..];
            if (_filled == pieceLength)
                PassOn();
        }
    }

    /// <summary>Passes on what is there, be it nothing.</summary>
    protected void PassOn()
    {
        Take(_piece.AsSpan(0, _filled));
        _filled = 0;
    }

    /// <param name="piece">The octets, until the call returns.</param>
    protected abstract void Take(ReadOnlySpan<byte> piece);

    private void Collect(ReadOnlySpan<byte> octets)
    {
        if (_filled + octets.Length > _piece.Length)
            Array.Resize(ref _piece, Math.Min(pieceLength, Math.Max(2 * _piece.Length, _filled + octets.Length)));
        octets.CopyTo(_piece.AsSpan(_filled));
        _filled += octets.Length;
    }
}
