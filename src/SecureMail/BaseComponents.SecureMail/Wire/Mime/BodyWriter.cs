using System.Text;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>Writes the inner MIME entity in its canonical form: 7-bit, CRLF, exactly the bytes that are signed. Files are opened one after the other.</summary>
internal sealed class BodyWriter(AttachmentBudget budget, Stream output)
{
    public async Task WriteAsync(BodyPart part, CancellationToken cancellationToken)
    {
        if (part is { File: null, Parts: [] })
        {
            await part.Head.WriteToAsync(CanonicalFormat.Options, output, cancellationToken).ConfigureAwait(false);
            return;
        }

        await part.Head.Headers.WriteToAsync(CanonicalFormat.Options, output, cancellationToken).ConfigureAwait(false);
        if (part.File is { } file)
            await AttachmentWriter.WriteAsync(file, budget, output, cancellationToken).ConfigureAwait(false);
        else
            await WriteGroupAsync(part.Parts, ((Multipart)part.Head).Boundary!, cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteGroupAsync(IReadOnlyList<BodyPart> parts, string boundary, CancellationToken cancellationToken)
    {
        var delimiter = $"--{boundary}\r\n";
        foreach (var part in parts)
        {
            await AppendAsync(delimiter, cancellationToken).ConfigureAwait(false);
            await WriteAsync(part, cancellationToken).ConfigureAwait(false);
            delimiter = $"\r\n--{boundary}\r\n";
        }

        await AppendAsync($"\r\n--{boundary}--\r\n", cancellationToken).ConfigureAwait(false);
    }

    private ValueTask AppendAsync(string text, CancellationToken cancellationToken) => output.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken);
}
