using System.Buffers;

namespace BaseComponents.Payments.Wire;

/// <summary>Takes what is written into it up to a limit, in lent memory. Whoever holds it last gives the memory back by disposing of it, once.</summary>
internal sealed class BoundedBody(int maxBytes) : Stream
{
    private const int FirstBytes = 4 * 1024;
    private byte[] _lent = ArrayPool<byte>.Shared.Rent(FirstBytes);
    private int _length;

    /// <summary>What was written; nothing once it is disposed of.</summary>
    public ReadOnlyMemory<byte> Written => _lent.AsMemory(0, _length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>A stream to read what was written, until this is disposed of.</summary>
    public MemoryStream OpenRead() => new(_lent, 0, _length, writable: false);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > maxBytes - _length)
            throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"The answer is longer than {maxBytes} bytes.");
        if (buffer.Length > _lent.Length - _length)
            Grow(_length + buffer.Length);
        buffer.CopyTo(_lent.AsSpan(_length));
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        GiveBack(Interlocked.Exchange(ref _lent, []));
        _length = 0;
        base.Dispose(disposing);
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(maxBytes, Math.Max(needed, 2 * _lent.Length)));
        _lent.AsSpan(0, _length).CopyTo(larger);
        GiveBack(_lent);
        _lent = larger;
    }

    // An answer repeats the payer's name: the next borrower does not find it.
    private static void GiveBack(byte[] lent)
    {
        if (lent.Length > 0)
            ArrayPool<byte>.Shared.Return(lent, clearArray: true);
    }
}
