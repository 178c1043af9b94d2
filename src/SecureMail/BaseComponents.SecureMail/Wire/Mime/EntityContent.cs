using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>Text, HTML and files of an entity. Parts are never joined to one document (RFC 8551 section 6).</summary>
internal sealed record EntityContent(string? Text, string? Html, IReadOnlyList<ReceivedAttachment> Attachments)
{
    // SVG too: it holds links and scripts as HTML does.
    private static readonly string[] _pages = ["text/html", "application/xhtml+xml", "image/svg+xml"];

    /// <param name="layer">What is read.</param>
    /// <param name="limits">How much of it.</param>
    /// <param name="withPages">Whether what a browser would show as a page is handed out, in the mail or as a file.</param>
    public static EntityContent Of(MimeLayer layer, SecureMailLimits limits, bool withPages)
    {
        var parts = Leaves(layer.Entity).Where(part => withPages || !_pages.Contains(part.ContentType.MimeType, StringComparer.OrdinalIgnoreCase)).ToList();
        var texts = parts.OfType<TextPart>().Where(part => !part.IsAttachment && PartContent.LengthOf(part, layer) <= limits.MaxTextSize).ToList();
        var text = texts.Find(part => part.IsPlain);
        var html = texts.Find(part => part.IsHtml);
        var files = parts.Where(part => part != text && part != html).Take(limits.MaxParts);
        return new EntityContent(text?.Text, html?.Text, [.. files.Select((part, index) => File(part, layer, index + 1))]);
    }

    private static IEnumerable<MimeEntity> Leaves(MimeEntity entity) =>
        entity is Multipart multipart ? multipart.SelectMany(Leaves) : [entity];

    private static ReceivedAttachment File(MimeEntity part, MimeLayer layer, int number)
    {
        var open = PartContent.Of(part, layer);
        return new ReceivedAttachment
        {
            FileName = HeaderText.SafeFileName((part as MimePart)?.FileName ?? part.ContentDisposition?.FileName, number),
            ContentType = part.ContentType.MimeType,
            ContentId = ContentIds.Safe(part.Headers[HeaderId.ContentId]),
            Source = _ => ValueTask.FromResult(open()),
        };
    }
}
