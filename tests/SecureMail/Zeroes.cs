namespace BaseComponents.Tests.SecureMail;

/// <summary>Many zeroes, at the end of which the disk may break.</summary>
internal sealed class Zeroes(long length, bool isBroken = false) : MemoryStream
{
    private long _left = length;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left == 0 && isBroken)
            throw new IOException("broken");
        var count = (int)Math.Min(_left, buffer.Length);
        buffer.Span[..count].Clear();
        _left -= count;
        return ValueTask.FromResult(count);
    }
}
