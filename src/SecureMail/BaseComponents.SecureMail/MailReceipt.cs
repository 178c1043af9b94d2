namespace BaseComponents.SecureMail;

/// <summary>The mail server has accepted a message for all its recipients. Where it is several mails, the figures are of the first one; <see cref="Parts"/> has them all.</summary>
public sealed record MailReceipt
{
    /// <summary>Message-ID without angle brackets. It holds no personal data.</summary>
    public required string MessageId { get; init; }

    /// <summary>When the server accepted the mail.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>Whether the content was encrypted. Of several mails the weakest: where one was left to the gateway, <see cref="MailProtection.ByGateway"/>.</summary>
    public required MailProtection Protection { get; init; }

    /// <summary>Size of the sent mail in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>
    /// How many of the certificates of this mail, the sender's among them, could not be looked up for revocation and were used all the same (<see cref="RevocationPolicy.Soft"/>).
    /// </summary>
    public int OfUnknownRevocation { get; init; }

    /// <summary>The server's answer to the mail, often with its queue number; addresses are taken out.</summary>
    public required string ServerReply { get; init; }

    /// <summary>The mails that the message became: one, and one for each of <see cref="SecureMessage.Bcc"/>.</summary>
    public IReadOnlyList<MailPart> Parts { get; init; } = [];
}
