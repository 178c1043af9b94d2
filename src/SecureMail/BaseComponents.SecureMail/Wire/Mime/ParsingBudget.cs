using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>
/// Walks through a mail without keeping anything of it, and stops where it has more parts or headers than a mail may have: each part and header
/// becomes an object of many times its size, so that a few megabytes of them would fill the memory.
/// </summary>
internal sealed class ParsingBudget : MimeReader
{
    private readonly HeaderMeter _meter;
    private readonly int _maxParts;
    private int _parts;

    public ParsingBudget(ParserOptions options, byte[] bytes, int maxParts)
        : this(options, new HeaderMeter(bytes), maxParts)
    {
    }

    private ParsingBudget(ParserOptions options, HeaderMeter meter, int maxParts)
        : base(options, meter, MimeFormat.Entity) => (_meter, _maxParts) = (meter, maxParts);

    protected override void OnHeadersBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => _meter.Begin(beginOffset);

    protected override void OnHeadersEnd(long beginOffset, int beginLineNumber, long endOffset, int endLineNumber, CancellationToken cancellationToken) =>
        _meter.End(endOffset);

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => CountPart();

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => CountPart();

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => CountPart();

    private void CountPart()
    {
        if (++_parts > _maxParts)
            throw new FormatException("The mail has more parts than a mail may have.");
    }
}
