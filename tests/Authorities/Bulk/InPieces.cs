using System.Text;

namespace BaseComponents.Tests.Authorities.Bulk;

/// <summary>Gives bytes out in pieces of any length, as a network does.</summary>
internal sealed class InPieces(byte[] bytes, Random random) : ReadOnlyStream
{
    private int _place;

    protected override int Fill(Span<byte> buffer)
    {
        var count = Math.Min(Math.Min(buffer.Length, bytes.Length - _place), random.Next(1, 40));
        bytes.AsSpan(_place, count).CopyTo(buffer);
        _place += count;
        return count;
    }
}

/// <summary>A beginning, then the same letter again and again, then an end if there is one.</summary>
internal sealed class Endless(string start, long letters = long.MaxValue, string end = "") : ReadOnlyStream
{
    private readonly byte[] _start = Encoding.UTF8.GetBytes(start);
    private readonly byte[] _end = Encoding.UTF8.GetBytes(end);
    private long _place;

    protected override int Fill(Span<byte> buffer)
    {
        if (_place < _start.Length)
            return Copy(_start.AsSpan((int)_place), buffer);
        if (_place - _start.Length < letters)
        {
            var count = (int)Math.Min(buffer.Length, letters - (_place - _start.Length));
            buffer[..count].Fill((byte)'1');
            _place += count;
            return count;
        }

        return Copy(_end.AsSpan((int)(_place - _start.Length - letters)), buffer);
    }

    private int Copy(Span<byte> from, Span<byte> buffer)
    {
        var count = Math.Min(from.Length, buffer.Length);
        from[..count].CopyTo(buffer);
        _place += count;
        return count;
    }
}

/// <summary>A stream that is only read.</summary>
internal abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : ValueTask.FromResult(Fill(buffer.Span));

    public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected abstract int Fill(Span<byte> buffer);
}
