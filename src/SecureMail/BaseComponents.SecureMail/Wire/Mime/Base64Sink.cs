using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>Passes on what is written as lines of base64. <see cref="Finish"/> writes the last one.</summary>
internal sealed class Base64Sink(Stream target) : PieceSink(Base64Lines.PieceLength)
{
    private readonly Base64Lines _lines = new();

    public void Finish() => PassOn();

    protected override void Take(ReadOnlySpan<byte> piece) => target.Write(_lines.Encode(piece).Span);
}
