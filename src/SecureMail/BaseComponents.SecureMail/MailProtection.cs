namespace BaseComponents.SecureMail;

/// <summary>
/// Whether a mail is encrypted, and by whom. Plain mail is a decision per message, with a reason; no setting turns encryption off. In a message this is what is wanted, in a receipt what was done.
/// </summary>
public sealed record MailProtection
{
    private const int MaxReason = 100;
    private readonly string _name;

    private MailProtection(string name, bool isEncrypted) => (_name, IsEncrypted) = (name, isEncrypted);

    /// <summary>Signed, and encrypted for every recipient; refused where one of them has no valid certificate.</summary>
    public static MailProtection Encrypted { get; } = new("Encrypted", true);

    /// <summary>
    /// Encrypted for every recipient whose key is known. Those whose key nobody knows get the mail by way of the gateway (<see cref="ByGateway"/>), where <see cref="MailPolicy.GatewayFallback"/> allows it. A key that is known but
    /// not good, or a directory that cannot say, still stops the mail.
    /// </summary>
    public static MailProtection EncryptedOrGateway { get; } = new("EncryptedOrGateway", true);

    /// <summary>
    /// Signed, and in plain text inside the verified TLS connection to the configured mail server; the gateway behind it encrypts or refuses. Needs <see cref="MailPolicy.GatewayFallback"/> and
    /// <see cref="GatewayOptions.EncryptsOrRefuses"/>.
    /// </summary>
    public static MailProtection ByGateway { get; } = new("ByGateway", false);

    /// <summary>Whether the content is encrypted when it leaves this process.</summary>
    public bool IsEncrypted { get; }

    /// <summary>Why a mail is sent unencrypted.</summary>
    public string? Reason { get; private init; }

    /// <summary>Signed, but readable for everyone on its way. For mails without personal data, such as a confirmation of receipt.</summary>
    /// <param name="reason">
    /// A fixed text without personal data, one line of at most 100 characters without <c>@</c>; it is logged with the Message-ID. <see cref="SecureMailOptions.PlainReasons"/> can name those that are allowed.
    /// </param>
    public static MailProtection Plain(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (reason.Length > MaxReason || reason.Contains('@', StringComparison.Ordinal) || reason.Any(char.IsControl))
            throw new ArgumentException($"The reason is a fixed text: one line of at most {MaxReason} characters, without addresses.", nameof(reason));
        return new MailProtection("Plain", false) { Reason = reason };
    }

    /// <summary><c>Encrypted</c>, <c>EncryptedOrGateway</c>, <c>ByGateway</c> or <c>Plain</c>.</summary>
    public override string ToString() => _name;
}
