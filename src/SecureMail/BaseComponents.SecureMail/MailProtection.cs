namespace BaseComponents.SecureMail;

/// <summary>Whether a mail is encrypted. Plain mail is a decision per message, with a reason; no setting turns encryption off.</summary>
public sealed record MailProtection
{
    private MailProtection(bool isEncrypted, string? reason) => (IsEncrypted, Reason) = (isEncrypted, reason);

    /// <summary>Signed, and encrypted for every recipient; refused where one of them has no valid certificate.</summary>
    public static MailProtection Encrypted { get; } = new(true, null);

    /// <summary>Whether the content is encrypted.</summary>
    public bool IsEncrypted { get; }

    /// <summary>Why a mail is sent unencrypted.</summary>
    public string? Reason { get; }

    /// <summary>Signed, but readable for everyone on its way. For mails without personal data, such as a confirmation of receipt.</summary>
    /// <param name="reason">A fixed text without personal data; it is logged with the Message-ID.</param>
    public static MailProtection Plain(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new MailProtection(false, reason);
    }

    /// <summary><c>Encrypted</c> or <c>Plain</c>.</summary>
    public override string ToString() => IsEncrypted ? "Encrypted" : "Plain";
}
