using MimeKit;

namespace BaseComponents.SecureMail.Internal.Gateway;

/// <summary>The kinds of files that the gateway refuses in mail that it can read: said here, and not by a bounce an hour later.</summary>
internal sealed class GatewayFiles(GatewayOptions gateway)
{
    private readonly HashSet<string> _endings = new(gateway.RefusedFileEndings, StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<ContentType> _types = [.. gateway.RefusedContentTypes.Select(ContentType.Parse)];

    public void Check(SecureMessage message)
    {
        foreach (var (index, attachment) in message.Attachments.Index())
        {
            if (IsRefused(attachment))
                throw new SecureMailException(
                    SecureMailErrors.FileRefused,
                    $"Nothing was sent. Attachment {index + 1} of {message.Attachments.Count} is of a kind that the gateway refuses in mail that it reads (Gateway:RefusedFileEndings, Gateway:RefusedContentTypes). Send it in another format, or encrypted to a key of the recipient.");
        }
    }

    // A trailing dot or blank is dropped by file systems, and would hide the ending.
    private bool IsRefused(SecureAttachment attachment) =>
        _endings.Contains(Path.GetExtension(attachment.FileName.TrimEnd(' ', '.'))) || IsRefused(ContentType.Parse(attachment.ContentType));

    private bool IsRefused(ContentType type) => _types.Any(refused => type.IsMimeType(refused.MediaType, refused.MediaSubtype));
}
