using BaseComponents.SecureMail.Internal;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>Reads attachments into memory up to what one mail can carry, so that an endless stream ends in an error and not in the machine's memory.</summary>
internal sealed class AttachmentReader(SecureMailLimits limits, bool isEncrypted)
{
    private long _total;

    public async Task<byte[]> ReadAsync(SecureAttachment attachment, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await attachment.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
                return await ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // The message of the inner exception holds a path, and that may hold a name.
            throw new SecureMailException(SecureMailErrors.AttachmentUnreadable, $"Nothing was sent. An attachment could not be read ({exception.GetType().Name}).");
        }
    }

    private async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[65536];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            _total += read;
            var size = SealedSize.AtLeast(_total, isEncrypted);
            if (size > limits.MaxMessageSize)
                throw Fault.TooLarge(size, limits.MaxMessageSize);
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
