using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>The inner MIME entity in its canonical form: 7-bit, CRLF, exactly the bytes that are signed. Attachments are opened one after the other.</summary>
internal static class BodyWriter
{
    public static async Task WriteAsync(SecureMessage message, AttachmentBudget budget, Stream output, CancellationToken cancellationToken)
    {
        using var body = Body(message, budget);
        body.Prepare(EncodingConstraint.SevenBit);
        await body.WriteToAsync(CanonicalFormat.Options, output, cancellationToken).ConfigureAwait(false);
    }

    private static MimeEntity Body(SecureMessage message, AttachmentBudget budget)
    {
        var text = TextOf(message);
        if (message.Attachments.Count == 0)
            return text;
        var mixed = new Multipart("mixed") { text };
        foreach (var attachment in message.Attachments)
            mixed.Add(PartOf(attachment, budget));
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

    private static MimePart PartOf(SecureAttachment attachment, AttachmentBudget budget) => new(ContentType.Parse(attachment.ContentType))
    {
        Content = new AttachmentContent(attachment, budget),
        ContentTransferEncoding = ContentEncoding.Base64,
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        FileName = attachment.FileName,
    };
}
