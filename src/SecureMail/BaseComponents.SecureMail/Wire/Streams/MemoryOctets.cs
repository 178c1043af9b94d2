namespace BaseComponents.SecureMail.Wire.Streams;

internal sealed class MemoryOctets(ReadOnlyMemory<byte> octets) : IOctets
{
    public long Length => octets.Length;

    public void Read(long offset, Span<byte> buffer) => octets.Span.Slice((int)offset, buffer.Length).CopyTo(buffer);
}
