namespace BaseComponents.SecureMail;

/// <summary>A file that came with a mail. Name and type are the sender's claims.</summary>
public sealed record ReceivedAttachment
{
    /// <summary>The name given by the sender, reduced to its last path segment without control characters; never empty.</summary>
    public required string FileName { get; init; }

    /// <summary>The media type given by the sender.</summary>
    public required string ContentType { get; init; }

    /// <summary>
    /// The name by which the HTML refers to it (<c>cid:</c>), without angle brackets; letters, digits, <c>.</c>, <c>_</c>, <c>-</c>, <c>+</c>, <c>$</c> and <c>@</c>, and not necessarily
    /// given once. The HTML is handed out as it came: nothing is put into it.
    /// </summary>
    /// <value><see langword="null"/>: the sender gave none, or one of other characters.</value>
    public string? ContentId { get; init; }

    /// <summary>Opens the content; each call gives a stream of its own.</summary>
    public required Func<CancellationToken, ValueTask<Stream>> Source { internal get; init; }

    /// <summary>An attachment whose content is in memory, such as one in a test.</summary>
    /// <param name="fileName">The name.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="content">The bytes.</param>
    public static ReceivedAttachment FromBytes(string fileName, string contentType, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new ReceivedAttachment { FileName = fileName, ContentType = contentType, Source = _ => ValueTask.FromResult<Stream>(new MemoryStream(content, writable: false)) };
    }

    /// <summary>
    /// The content, decrypted and decoded while it is read; dispose the stream. It lasts as long as the mail: after <see cref="ReceivedMail.DisposeAsync"/> it cannot be
    /// read any more.
    /// </summary>
    /// <param name="cancellationToken">Stops the opening.</param>
    public ValueTask<Stream> OpenReadAsync(CancellationToken cancellationToken = default) => Source(cancellationToken);

    /// <summary>The content of a file that is known to be small.</summary>
    /// <param name="limit">How many bytes it may have.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="SecureMailException">It has more (<see cref="SecureMailErrors.IncomingTooLarge"/>). Read it as a stream.</exception>
    public async Task<byte[]> ReadAllAsync(int limit = 16 * 1024 * 1024, CancellationToken cancellationToken = default)
    {
        var stream = await OpenReadAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var content = new MemoryStream();
            var piece = new byte[64 * 1024];
            int count;
            while ((count = await stream.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (content.Length + count > limit)
                    throw new SecureMailException(SecureMailErrors.IncomingTooLarge, $"An attachment was not read as a whole: it has more than {limit} bytes. Read it as a stream.");
                content.Write(piece, 0, count);
            }

            return content.ToArray();
        }
    }

    /// <summary>The type only: a file name can be personal data.</summary>
    public override string ToString() => $"ReceivedAttachment {{ ContentType = {ContentType} }}";
}
