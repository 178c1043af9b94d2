using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>Text, HTML and files of an entity. Parts are never joined to one document (RFC 8551 section 6).</summary>
internal sealed record EntityContent(string? Text, string? Html, IReadOnlyList<ReceivedAttachment> Attachments)
{
    // SVG too: it holds links and scripts as HTML does.
    private static readonly string[] _pages = ["text/html", "application/xhtml+xml", "image/svg+xml"];

    /// <param name="root">What is read.</param>
    /// <param name="limits">How much of it.</param>
    /// <param name="withPages">Whether what a browser would show as a page is handed out, in the mail or as a file.</param>
    public static EntityContent Of(MimeEntity root, SecureMailLimits limits, bool withPages)
    {
        var parts = Leaves(root).Where(part => withPages || !_pages.Contains(part.ContentType.MimeType, StringComparer.OrdinalIgnoreCase)).ToList();
        var text = parts.OfType<TextPart>().FirstOrDefault(part => part.IsPlain && !part.IsAttachment);
        var html = parts.OfType<TextPart>().FirstOrDefault(part => part.IsHtml && !part.IsAttachment);
        var files = parts.Where(part => part != text && part != html).Take(limits.MaxParts);
        return new EntityContent(text?.Text, html?.Text, [.. files.Select((part, index) => File(part, index + 1))]);
    }

    private static IEnumerable<MimeEntity> Leaves(MimeEntity entity) =>
        entity is Multipart multipart ? multipart.SelectMany(Leaves) : [entity];

    private static ReceivedAttachment File(MimeEntity part, int number) => new()
    {
        FileName = HeaderText.SafeFileName((part as MimePart)?.FileName ?? part.ContentDisposition?.FileName, number),
        ContentType = part.ContentType.MimeType,
        Content = Bytes(part),
    };

    private static byte[] Bytes(MimeEntity part)
    {
        using var content = new MemoryStream();
        if (part is MimePart { Content: { } body })
            body.DecodeTo(content);
        else if (part is MessagePart { Message: { } message })
            message.WriteTo(CanonicalFormat.Options, content);
        return content.ToArray();
    }
}
