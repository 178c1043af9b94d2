using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>The inner MIME entity in its canonical form: 7-bit, CRLF, exactly the bytes that are signed.</summary>
internal static class BodyWriter
{
    public static async Task<byte[]> WriteAsync(SecureMessage message, AttachmentReader reader, CancellationToken cancellationToken)
    {
        using var body = await BodyAsync(message, reader, cancellationToken).ConfigureAwait(false);
        body.Prepare(EncodingConstraint.SevenBit);
        using var canonical = new MemoryStream();
        await body.WriteToAsync(CanonicalFormat.Options, canonical, cancellationToken).ConfigureAwait(false);
        return canonical.ToArray();
    }

    private static async Task<MimeEntity> BodyAsync(SecureMessage message, AttachmentReader reader, CancellationToken cancellationToken)
    {
        var text = TextOf(message);
        if (message.Attachments.Count == 0)
            return text;
        var mixed = new Multipart("mixed") { text };
        foreach (var attachment in message.Attachments)
            mixed.Add(PartOf(attachment, await reader.ReadAsync(attachment, cancellationToken).ConfigureAwait(false)));
        return mixed;
    }

    private static MimeEntity TextOf(SecureMessage message) => message switch
    {
        { Html: null } => Text("plain", message.Text!),
        { Text: null } => Text("html", message.Html),
        _ => new MultipartAlternative { Text("plain", message.Text), Text("html", message.Html) },
    };

    private static TextPart Text(string subtype, string text)
    {
        var part = new TextPart(subtype);
        part.SetText(System.Text.Encoding.UTF8, text);
        return part;
    }

    private static MimePart PartOf(SecureAttachment attachment, byte[] content) => new(ContentType.Parse(attachment.ContentType))
    {
        Content = new MimeContent(new MemoryStream(content, writable: false)),
        ContentTransferEncoding = ContentEncoding.Base64,
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        FileName = attachment.FileName,
    };
}
