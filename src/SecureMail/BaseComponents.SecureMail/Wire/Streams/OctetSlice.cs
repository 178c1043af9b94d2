namespace BaseComponents.SecureMail.Wire.Streams;

/// <summary>Some of the octets.</summary>
internal sealed class OctetSlice : IOctets
{
    private readonly IOctets _whole;
    private readonly long _offset;

    public OctetSlice(IOctets whole, long offset, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, whole.Length - offset);
        (_whole, _offset, Length) = (whole, offset, length);
    }

    public long Length { get; }

    public void Read(long offset, Span<byte> buffer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - buffer.Length);
        _whole.Read(_offset + offset, buffer);
    }
}
