using System.Buffers;

namespace BaseComponents.Authorities.Wire.Bulk;

/// <summary>
/// Writes the XML of a page into a file, in UTF-8. Its declaration is left out: within a string of JSON it may name any encoding, and none
/// of them is that of the file.
/// </summary>
internal sealed class XmlPageSink(Stream file) : ITextSink
{
    private const int LongestStart = 1024;
    private readonly ArrayBufferWriter<byte> _start = new(LongestStart);
    private bool _hasBegun;

    /// <summary>How much was written; nothing where the page is empty.</summary>
    public long Bytes { get; private set; }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> piece)
    {
        if (!_hasBegun)
        {
            var taken = Math.Min(piece.Length, LongestStart - _start.WrittenCount);
            _start.Write(piece.Span[..taken]);
            piece = piece[taken..];
            if (_start.WrittenCount == LongestStart)
                await BeginAsync().ConfigureAwait(false);
        }

        if (piece.Length > 0)
            await PassAsync(piece).ConfigureAwait(false);
    }

    /// <summary>The page is whole.</summary>
    public async ValueTask EndAsync()
    {
        if (!_hasBegun)
            await BeginAsync().ConfigureAwait(false);
    }

    private ValueTask BeginAsync()
    {
        _hasBegun = true;
        var start = _start.WrittenMemory;
        if (start.Span.StartsWith("\uFEFF"u8))
            start = start[3..];
        start = start.TrimStart(" \t\r\n"u8);
        if (start.Span.StartsWith("<?xml"u8))
        {
            var end = start.Span.IndexOf("?>"u8);
            start = end >= 0 ? start[(end + 2)..] : throw new InvalidDataException("The XML declaration has no end.");
        }

        return start.IsEmpty ? ValueTask.CompletedTask : PassAsync(start);
    }

    private ValueTask PassAsync(ReadOnlyMemory<byte> piece)
    {
        Bytes += piece.Length;
        return file.WriteAsync(piece);
    }
}
