namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>The bytes of a mail, which come to an end when all its headers together are larger than a mail may have: also in the middle of one, since a
/// header of megabytes costs the reader the square of its length.</summary>
internal sealed class HeaderMeter(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    /// <summary>Several times what 500 parts and the traces of ten relays need.</summary>
    private const int MaxHeaderBytes = 1_000_000;

    private long _spent;
    private long? _begin;

    public void Begin(long offset) => _begin = offset;

    public void End(long offset)
    {
        _spent += offset - _begin.GetValueOrDefault(offset);
        _begin = null;
        Check(0);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        Check(_begin is { } begin ? Position - begin : 0);
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        Check(_begin is { } begin ? Position - begin : 0);
        return base.Read(buffer);
    }

    private void Check(long more)
    {
        if (_spent + more > MaxHeaderBytes)
            throw new FormatException("The mail has more headers than a mail may have.");
    }
}
