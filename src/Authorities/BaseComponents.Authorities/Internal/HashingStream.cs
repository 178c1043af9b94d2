using System.Security.Cryptography;

namespace BaseComponents.Authorities.Internal;

/// <summary>Passes a stream on, and takes its hash on the way. A reader may close it: that closes nothing.</summary>
internal sealed class HashingStream(Stream inner, IncrementalHash hash, Action<long> progress) : Stream
{
    private const long Step = 1 << 20;
    private long _told;

    public long Bytes { get; private set; }

    /// <summary>Whether reading never waits for anybody else.</summary>
    public bool IsLocal => inner is LimitedStream { IsLocal: true };

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Taken(buffer.Span[..read]);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Taken(buffer.AsSpan(offset, inner.Read(buffer, offset, count)));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Taken(ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(bytes);
        Bytes += bytes.Length;
        if (Bytes - _told >= Step)
            progress(_told = Bytes);
        return bytes.Length;
    }
}
