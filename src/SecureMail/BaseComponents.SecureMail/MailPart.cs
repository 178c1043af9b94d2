namespace BaseComponents.SecureMail;

/// <summary>One of the mails that a message became, and what the mail server said to it.</summary>
public sealed record MailPart
{
    /// <summary>Message-ID without angle brackets. It holds no personal data.</summary>
    public required string MessageId { get; init; }

    /// <summary>Whom it is for: indices in <see cref="SecureMessage.To"/> and, beginning with its length, in <see cref="SecureMessage.Bcc"/>.</summary>
    public required IReadOnlyList<int> Recipients { get; init; }

    /// <summary>Whether the content was encrypted.</summary>
    public required MailProtection Protection { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>What became of it.</summary>
    public required MailPartState State { get; init; }

    /// <summary>The server's answer where it was accepted; addresses are taken out.</summary>
    public string? ServerReply { get; init; }

    /// <summary>Why it was not accepted, one of <see cref="SecureMailErrors"/>; <see langword="null"/> also for a mail that was not tried because the one before it could not be given to the server.</summary>
    public string? Code { get; init; }
}
