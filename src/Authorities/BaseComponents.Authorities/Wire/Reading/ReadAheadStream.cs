using System.Runtime.ExceptionServices;

namespace BaseComponents.Authorities.Wire.Reading;

/// <summary>
/// Hands a stream to a reader that does not wait asynchronously: while the reader works on one block, the next one is fetched; blocks of a file
/// are taken as they are asked for, since they never keep anybody waiting. Refuses what no reader of XML could take in pieces: tags and texts
/// without an end, and encodings of which that cannot be told.
/// </summary>
internal sealed class ReadAheadStream(Stream inner, bool isLocal, CancellationToken cancellationToken) : Stream
{
    private const int BlockSize = 128 * 1024;
    private const int LongestPiece = 16 * 1024 * 1024;
    private readonly byte[][] _blocks = isLocal ? [] : [new byte[BlockSize], new byte[BlockSize]];
    private readonly int[] _lengths = new int[2];
    private readonly SemaphoreSlim _free = new(2);
    private readonly SemaphoreSlim _filled = new(0);
    private ExceptionDispatchInfo? _failure;
    private long _sinceTag;
    private int _block = -1;
    private int _next;

    /// <summary>Bytes handed out.</summary>
    public long Consumed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Fetches blocks until the stream ends. A failure is thrown where the block is asked for.</summary>
    public async Task FillAsync()
    {
        if (isLocal)
            return;
        try
        {
            var length = 1;
            for (var block = 0; length > 0; block ^= 1)
            {
                await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
                length = await inner.ReadAtLeastAsync(_blocks[block], BlockSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                Check(_blocks[block].AsSpan(0, length));
                _lengths[block] = length;
                _filled.Release();
            }
        }
        catch (Exception exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            _filled.Release();
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (isLocal)
            return ReadLocal(buffer);
        if (_block < 0 || (_next == _lengths[_block] && _next > 0))
            Advance();
        var count = Math.Min(buffer.Length, _lengths[_block] - _next);
        _blocks[_block].AsSpan(_next, count).CopyTo(buffer);
        _next += count;
        Consumed += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Takes what is left: a stream out of the network that is left in the middle of a read cannot be read on by anybody.</summary>
    public void Drain()
    {
        Span<byte> rest = stackalloc byte[1024];
        while (Read(rest) > 0)
        {
        }
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _free.Dispose();
            _filled.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Advance()
    {
        if (_block >= 0)
            _free.Release();
        _filled.Wait(cancellationToken);
        _failure?.Throw();
        _block = _block < 0 ? 0 : _block ^ 1;
        _next = 0;
    }

    private int ReadLocal(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        Check(buffer[..count]);
        Consumed += count;
        return count;
    }

    private void Check(ReadOnlySpan<byte> block)
    {
        if (block.IsEmpty)
            return;
        // Whatever is not written in bytes that agree with ASCII begins with one of these.
        if (_sinceTag == 0 && block.Length > 1 && (block[0] is 0 or 0xFE or 0xFF || block[1] == 0))
            throw new InvalidDataException("It is not written in UTF-8.");
        var last = block.LastIndexOf((byte)'<');
        if (last < 0)
            _sinceTag += block.Length;
        else
            _sinceTag = block.Length - last;
        if (_sinceTag > LongestPiece)
            throw new InvalidDataException($"It has a piece without a tag that is longer than {LongestPiece} bytes.");
    }
}
