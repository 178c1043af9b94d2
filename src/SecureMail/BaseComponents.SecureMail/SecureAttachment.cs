namespace BaseComponents.SecureMail;

/// <summary>A file that goes along with a mail.</summary>
public sealed record SecureAttachment
{
    /// <summary>Name shown to the recipient, without a path.</summary>
    public required string FileName { get; init; }

    /// <summary>Media type, such as <c>application/pdf</c>.</summary>
    /// <value><c>application/octet-stream</c></value>
    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>
    /// For a picture that stands in the HTML: the name by which it is shown there, such as <c>logo</c> for <c>&lt;img src="cid:logo"&gt;</c>. Letters, digits, <c>.</c>, <c>_</c>,
    /// <c>-</c> and <c>@</c>; once in a message, and the HTML must refer to it.
    /// </summary>
    /// <value><see langword="null"/>: a file beside the text.</value>
    public string? ContentId { get; init; }

    /// <summary>Length in bytes where known: an attachment that is too large is then refused before it is opened.</summary>
    public long? Length { get; init; }

    /// <summary>Opens the content from its beginning. Called once for each mail that the message becomes (<see cref="SecureMessage.Bcc"/>); the stream is disposed.</summary>
    public required Func<CancellationToken, ValueTask<Stream>> OpenAsync { get; init; }

    /// <summary>An attachment whose content is in memory.</summary>
    /// <param name="fileName">Name shown to the recipient.</param>
    /// <param name="contentType">Media type.</param>
    /// <param name="content">The bytes.</param>
    public static SecureAttachment FromBytes(string fileName, string contentType, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new SecureAttachment
        {
            FileName = fileName,
            ContentType = contentType,
            Length = content.Length,
            OpenAsync = _ => ValueTask.FromResult<Stream>(new MemoryStream(content, writable: false)),
        };
    }

    /// <summary>An attachment that is read from a file when the mail is sent.</summary>
    /// <param name="path">The file; its name without the folder is shown to the recipient.</param>
    /// <param name="contentType">Media type.</param>
    public static SecureAttachment FromFile(string path, string contentType) => new()
    {
        FileName = Path.GetFileName(path),
        ContentType = contentType,
        OpenAsync = _ => ValueTask.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 65536, useAsync: true)),
    };

    /// <summary>Type and length only: a file name can be personal data.</summary>
    public override string ToString() => $"SecureAttachment {{ ContentType = {ContentType}, Length = {Length} }}";
}
