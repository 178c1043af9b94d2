namespace BaseComponents.SecureMail;

/// <summary>A file that came with a mail. Name and type are the sender's claims.</summary>
public sealed record ReceivedAttachment
{
    /// <summary>The name given by the sender, reduced to its last path segment without control characters; never empty.</summary>
    public required string FileName { get; init; }

    /// <summary>The media type given by the sender.</summary>
    public required string ContentType { get; init; }

    /// <summary>The bytes.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Type and length only.</summary>
    public override string ToString() => $"ReceivedAttachment {{ ContentType = {ContentType}, Length = {Content.Length} }}";
}
