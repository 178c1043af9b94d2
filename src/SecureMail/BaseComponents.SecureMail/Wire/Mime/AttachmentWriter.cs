namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>Passes the content of an attachment on piece by piece, in base64: it is never in memory as a whole.</summary>
internal static class AttachmentWriter
{
    public static async Task WriteAsync(SecureAttachment attachment, AttachmentBudget budget, Stream output, CancellationToken cancellationToken)
    {
        var content = await ReadAsync(() => attachment.OpenAsync(cancellationToken)).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            var piece = new byte[Base64Lines.PieceLength];
            var lines = new Base64Lines();
            int count;
            do
            {
                count = await ReadAsync(() => content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellationToken)).ConfigureAwait(false);
                budget.Spend(count);
                await output.WriteAsync(lines.Encode(piece.AsSpan(0, count)), cancellationToken).ConfigureAwait(false);
            }
            while (count == piece.Length);
        }
    }

    private static async ValueTask<T> ReadAsync<T>(Func<ValueTask<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // The message of the inner exception holds a path, and that may hold a name.
            throw new SecureMailException(SecureMailErrors.AttachmentUnreadable, $"Nothing was sent. An attachment could not be read ({exception.GetType().Name}).");
        }
    }
}
