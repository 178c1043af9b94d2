using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>The content of an attachment, opened when the mail is written and passed on piece by piece: it is never in memory as a whole.</summary>
internal sealed class AttachmentContent(SecureAttachment attachment, AttachmentBudget budget) : IMimeContent
{
    private const int Piece = 64 * 1024;

    public ContentEncoding Encoding => ContentEncoding.Default;

    public NewLineFormat? NewLineFormat => null;

    public Stream Stream => throw Once();

    public Stream Open() => throw Once();

    public void DecodeTo(Stream stream, CancellationToken cancellationToken = default) => throw Once();

    public void WriteTo(Stream stream, CancellationToken cancellationToken = default) => throw Once();

    public Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default) => DecodeToAsync(stream, cancellationToken);

    public async Task DecodeToAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        var content = await ReadAsync(() => attachment.OpenAsync(cancellationToken)).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            var buffer = new byte[Piece];
            while (await ReadAsync(() => content.ReadAsync(buffer, cancellationToken)).ConfigureAwait(false) is > 0 and var count)
            {
                budget.Spend(count);
                await stream.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public void Dispose()
    {
        // The stream is opened and closed in one go.
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

    private static NotSupportedException Once() => new("An attachment can be read once, while the mail is written.");
}
