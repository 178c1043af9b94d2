using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>Passes on what is written as lines of base64. <see cref="Finish"/> writes the last one.</summary>
internal sealed class Base64Sink(Stream target) : SinkStream
{
    private readonly Base64Lines _lines = new();
    private readonly byte[] _piece = new byte[Base64Lines.PieceLength];
    private int _filled;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var count = Math.Min(buffer.Length, _piece.Length - _filled);
            buffer[..count].CopyTo(_piece.AsSpan(_filled));
            _filled += count;
            buffer = buffer[count..];
            if (_filled == _piece.Length)
                Finish();
        }
    }

    public void Finish()
    {
        target.Write(_lines.Encode(_piece.AsSpan(0, _filled)).Span);
        _filled = 0;
    }
}
