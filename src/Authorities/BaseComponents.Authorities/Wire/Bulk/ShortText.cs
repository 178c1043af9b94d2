using System.Buffers;
using System.Text;

namespace BaseComponents.Authorities.Wire.Bulk;

/// <summary>Keeps a text up to a length.</summary>
internal sealed class ShortText(int longest) : ITextSink
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ValueTask WriteAsync(ReadOnlyMemory<byte> piece)
    {
        if (piece.Length > longest - _bytes.WrittenCount)
            throw new InvalidDataException($"A name or address is longer than {longest} bytes.");
        _bytes.Write(piece.Span);
        return ValueTask.CompletedTask;
    }

    public override string ToString() => Encoding.UTF8.GetString(_bytes.WrittenSpan);
}

/// <summary>Lets a text go by.</summary>
internal sealed class NoText : ITextSink
{
    public static readonly NoText Instance = new();

    public ValueTask WriteAsync(ReadOnlyMemory<byte> piece) => ValueTask.CompletedTask;
}
