using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>
/// How the parts of a message stand to each other: what the HTML shows is related to it (RFC 2387), text and HTML are alternatives, files are mixed with them (RFC 2046 section 5.1).
/// </summary>
internal static class BodyTree
{
    public static BodyPart Of(SecureMessage message)
    {
        var (body, files) = (Words(message), message.Attachments.Where(attachment => attachment.ContentId is null).Select(Beside).ToList());
        return files.Count == 0 ? body : Group("mixed", [body, .. files]);
    }

    private static BodyPart Words(SecureMessage message) => message switch
    {
        { Html: null } => Text("plain", message.Text!),
        { Text: null } => Page(message),
        _ => Group("alternative", [Text("plain", message.Text), Page(message)]),
    };

    private static BodyPart Page(SecureMessage message)
    {
        var (html, shown) = (Text("html", message.Html!), message.Attachments.Where(attachment => attachment.ContentId is not null).Select(Inline).ToList());
        if (shown.Count == 0)
            return html;
        var related = Group("related", [html, .. shown]);
        related.Head.ContentType.Parameters["type"] = "text/html";
        return related;
    }

    private static BodyPart Group(string subtype, IReadOnlyList<BodyPart> parts) =>
        new(new Multipart(subtype) { Boundary = "=-" + Convert.ToHexString(RandomNumberGenerator.GetBytes(24)) }, null, parts);

    private static BodyPart Text(string subtype, string text)
    {
        var part = new TextPart(subtype);
        part.SetText(Encoding.UTF8, text);
        if (IsFragile(text))
            part.ContentTransferEncoding = ContentEncoding.Base64;
        part.Prepare(EncodingConstraint.SevenBit);
        return new BodyPart(part, null, []);
    }

    // White space at the end of a line, and "From " at its beginning, are changed by some servers, and that breaks a signature (RFC 3156 section 5).
    private static bool IsFragile(string text) =>
        text.Split('\n').Any(line => line.TrimEnd('\r') is [.., ' ' or '\t'] || line.StartsWith("From ", StringComparison.Ordinal));

    private static BodyPart Beside(SecureAttachment attachment) => new(HeadOf(attachment, ContentDisposition.Attachment), attachment, []);

    private static BodyPart Inline(SecureAttachment attachment)
    {
        var head = HeadOf(attachment, ContentDisposition.Inline);
        head.Headers.Add(HeaderId.ContentId, $"<{attachment.ContentId}>");
        return new BodyPart(head, attachment, []);
    }

    // Its headers only: the content is written past it.
    private static MimePart HeadOf(SecureAttachment attachment, string disposition) => new(ContentType.Parse(attachment.ContentType))
    {
        ContentTransferEncoding = ContentEncoding.Base64,
        ContentDisposition = new ContentDisposition(disposition),
        FileName = attachment.FileName,
    };
}
