namespace BaseComponents.SecureMail.Wire.Imap;

/// <summary>A mail that is fetched piece by piece while it is read, so that no more than one piece is in memory.</summary>
internal sealed class ImapPieces(Func<long, int, CancellationToken, Task<byte[]>> fetch) : Stream
{
    private const int PieceLength = 256 * 1024;
    private ReadOnlyMemory<byte> _piece;
    private long _fetched;
    private bool _isOver;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_piece.IsEmpty && !_isOver)
        {
            _piece = await fetch(_fetched, PieceLength, cancellationToken).ConfigureAwait(false);
            _fetched += _piece.Length;
            _isOver = _piece.Length < PieceLength;
        }

        var count = Math.Min(buffer.Length, _piece.Length);
        _piece[..count].CopyTo(buffer);
        _piece = _piece[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // A mailbox is waited for; whoever reads this way would hold a thread.
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
