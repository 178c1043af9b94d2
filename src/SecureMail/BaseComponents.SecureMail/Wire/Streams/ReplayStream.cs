namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>What was read ahead, and then the rest of the source.</summary>
internal sealed class ReplayStream(ReadOnlyMemory<byte> ahead, Stream rest) : SourceStream
{
    private ReadOnlyMemory<byte> _ahead = ahead;

    public override int Read(Span<byte> buffer)
    {
        if (_ahead.IsEmpty)
            return rest.Read(buffer);
        var count = Math.Min(buffer.Length, _ahead.Length);
        _ahead.Span[..count].CopyTo(buffer);
        _ahead = _ahead[count..];
        return count;
    }
}
