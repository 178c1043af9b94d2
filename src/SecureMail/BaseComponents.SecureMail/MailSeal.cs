namespace BaseComponents.SecureMail;

/// <summary>A mail was signed, encrypted and written to a stream; it was not sent.</summary>
public sealed record MailSeal
{
    /// <summary>Message-ID without angle brackets. It holds no personal data.</summary>
    public required string MessageId { get; init; }

    /// <summary>Whether the content was encrypted.</summary>
    public required MailProtection Protection { get; init; }

    /// <summary>Size of the mail in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>
    /// How many of the certificates of this mail, the sender's among them, could not be looked up for revocation and were used all the same (<see cref="RevocationPolicy.Soft"/>).
    /// </summary>
    public int OfUnknownRevocation { get; init; }
}
