namespace BaseComponents.SecureMail.Wire.Smtp;

/// <summary>Gives its last byte only after a question was answered, once. Whoever only looks reads synchronously and is not asked; what is sent is read asynchronously.</summary>
internal sealed class GatedStream(Stream inner, Func<Task> beforeEnd) : Stream
{
    private bool _isAsked;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => inner.Read(buffer);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var beforeLast = Math.Max(0, inner.Length - inner.Position - 1);
        if (beforeLast > 0)
            return await inner.ReadAsync(buffer[..(int)Math.Min(buffer.Length, beforeLast)], cancellationToken).ConfigureAwait(false);
        if (!_isAsked)
        {
            _isAsked = true;
            await beforeEnd().ConfigureAwait(false);
        }

        return await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void SetLength(long value) => throw new NotSupportedException("It is only read.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is only read.");

    public override void Flush()
    {
    }
}
