using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>The inner MIME entity in its canonical form: 7-bit, CRLF, exactly the bytes that are signed. Attachments are opened one after the other.</summary>
internal static class BodyWriter
{
    public static async Task WriteAsync(SecureMessage message, AttachmentBudget budget, Stream output, CancellationToken cancellationToken)
    {
        using var text = TextOf(message);
        text.Prepare(EncodingConstraint.SevenBit);
        if (message.Attachments.Count > 0)
            await WriteMixedAsync(text, message.Attachments, budget, output, cancellationToken).ConfigureAwait(false);
        else
            await text.WriteToAsync(CanonicalFormat.Options, output, cancellationToken).ConfigureAwait(false);
    }

    private static async Task WriteMixedAsync(
        MimeEntity text, IReadOnlyList<SecureAttachment> attachments, AttachmentBudget budget, Stream output, CancellationToken cancellationToken)
    {
        var boundary = "=-" + Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
        await AppendAsync($"Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n", output, cancellationToken).ConfigureAwait(false);
        await text.WriteToAsync(CanonicalFormat.Options, output, cancellationToken).ConfigureAwait(false);
        foreach (var attachment in attachments)
        {
            await AppendAsync($"\r\n--{boundary}\r\n", output, cancellationToken).ConfigureAwait(false);
            using var part = PartOf(attachment);
            await part.Headers.WriteToAsync(CanonicalFormat.Options, output, cancellationToken).ConfigureAwait(false);
            await AttachmentWriter.WriteAsync(attachment, budget, output, cancellationToken).ConfigureAwait(false);
        }

        await AppendAsync($"\r\n--{boundary}--\r\n", output, cancellationToken).ConfigureAwait(false);
    }

    private static ValueTask AppendAsync(string text, Stream output, CancellationToken cancellationToken) => output.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken);

    private static MimeEntity TextOf(SecureMessage message) => message switch
    {
        { Html: null } => Text("plain", message.Text!),
        { Text: null } => Text("html", message.Html),
        _ => new MultipartAlternative { Text("plain", message.Text), Text("html", message.Html) },
    };

    private static TextPart Text(string subtype, string text)
    {
        var part = new TextPart(subtype);
        part.SetText(Encoding.UTF8, text);
        if (IsFragile(text))
            part.ContentTransferEncoding = ContentEncoding.Base64;
        return part;
    }

    // White space at the end of a line, and "From " at its beginning, are changed by some servers, and that breaks a signature (RFC 3156 section 5).
    private static bool IsFragile(string text) =>
        text.Split('\n').Any(line => line.TrimEnd('\r') is [.., ' ' or '\t'] || line.StartsWith("From ", StringComparison.Ordinal));

    // Its headers only: the content is written past it.
    private static MimePart PartOf(SecureAttachment attachment) => new(ContentType.Parse(attachment.ContentType))
    {
        ContentTransferEncoding = ContentEncoding.Base64,
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        FileName = attachment.FileName,
    };
}
