using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>The bytes of a mail, which come to an end when all its headers together are larger than a mail may have: also in the middle of one, since a
/// header of megabytes costs the reader the square of its length.</summary>
internal sealed class HeaderMeter(Stream mail) : SourceStream
{
    private long _spent;
    private long? _begin;

    public override bool CanSeek => true;

    public override long Length => mail.Length;

    public override long Position
    {
        get => mail.Position;
        set => mail.Position = value;
    }

    public void Begin(long offset) => _begin = offset;

    public void End(long offset)
    {
        _spent += offset - _begin.GetValueOrDefault(offset);
        _begin = null;
        Check(0);
    }

    public override int Read(Span<byte> buffer)
    {
        Check(_begin is { } begin ? Position - begin : 0);
        return mail.Read(buffer);
    }

    public override long Seek(long offset, SeekOrigin origin) => mail.Seek(offset, origin);

    private void Check(long more)
    {
        if (_spent + more > HeaderBlock.MaxLength)
            throw new FormatException("The mail has more headers than a mail may have.");
    }
}
