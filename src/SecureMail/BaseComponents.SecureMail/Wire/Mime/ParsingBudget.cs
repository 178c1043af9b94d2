using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>
/// Walks through a mail without keeping anything of it, and stops where it has more parts, nesting or headers than a mail may have: each part and header
/// becomes an object of many times its size, so that a few megabytes of them would fill the memory.
/// </summary>
internal sealed class ParsingBudget : MimeReader
{
    private readonly HeaderMeter _meter;
    private readonly SecureMailLimits _limits;
    private int _parts;
    private int _depth;

    public ParsingBudget(ParserOptions options, Stream mail, SecureMailLimits limits)
        : this(options, new HeaderMeter(mail), limits)
    {
    }

    private ParsingBudget(ParserOptions options, HeaderMeter meter, SecureMailLimits limits)
        : base(options, meter, MimeFormat.Entity) => (_meter, _limits) = (meter, limits);

    protected override void OnHeadersBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => _meter.Begin(beginOffset);

    protected override void OnHeadersEnd(long beginOffset, int beginLineNumber, long endOffset, int endLineNumber, CancellationToken cancellationToken) =>
        _meter.End(endOffset);

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => CountPart();

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => GoDown();

    protected override void OnMessagePartEnd(
        ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken) => _depth--;

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => GoDown();

    protected override void OnMultipartEnd(
        ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken) => _depth--;

    private void GoDown()
    {
        CountPart();
        if (++_depth > _limits.MaxDepth)
            throw new FormatException("The mail is nested deeper than a mail may be.");
    }

    private void CountPart()
    {
        if (++_parts > _limits.MaxParts)
            throw new FormatException("The mail has more parts than a mail may have.");
    }
}
