using BaseComponents.SecureMail.Wire.Mime;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Smtp;

/// <summary>
/// A stored mail in the form in which MailKit sends it; read and written again it is the same bytes. Before the last byte of its last part is given, a question is asked: what follows is the end of the mail,
/// and until then a server has nothing that it could deliver, whether it takes DATA or BDAT.
/// </summary>
internal static class StoredMessage
{
    public static async Task<MimeMessage> OpenAsync(byte[] content, Func<Task> beforeEnd, CancellationToken cancellationToken)
    {
        var message = await MimeMessage.LoadAsync(new MemoryStream(content, writable: false), persistent: true, cancellationToken).ConfigureAwait(false);
        if (message.BodyParts.OfType<MimePart>().LastOrDefault() is { Content: { Stream: { } octets } last } part)
            part.Content = new MimeContent(new GatedStream(octets, beforeEnd), last.Encoding);
        return message;
    }

    /// <summary>Whether reading and writing changes nothing, so that every attempt sends the stored bytes.</summary>
    public static async Task<bool> IsFaithfulAsync(byte[] content, CancellationToken cancellationToken)
    {
        using var message = await OpenAsync(content, static () => Task.CompletedTask, cancellationToken).ConfigureAwait(false);
        using var written = new MemoryStream(content.Length);
        await message.WriteToAsync(CanonicalFormat.Options, written, cancellationToken).ConfigureAwait(false);
        return written.TryGetBuffer(out var bytes) && bytes.AsSpan().SequenceEqual(content);
    }
}
