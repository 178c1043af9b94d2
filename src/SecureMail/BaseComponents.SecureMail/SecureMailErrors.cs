namespace BaseComponents.SecureMail;

/// <summary>The codes of <see cref="SecureMailException"/>; each has its entry in <c>docs/errors.md</c>.</summary>
public static class SecureMailErrors
{
    /// <summary>No certificate is known for a recipient.</summary>
    public const string NoCertificate = "recipient.no-certificate";

    /// <summary>The certificate of a recipient has expired, or is not valid yet.</summary>
    public const string CertificateExpired = "recipient.certificate-expired";

    /// <summary>The certificate of a recipient does not lead to a configured trust anchor.</summary>
    public const string CertificateUntrusted = "recipient.certificate-untrusted";

    /// <summary>The certificate of a recipient is not made for encrypting mail to this address.</summary>
    public const string CertificateUnsuitable = "recipient.certificate-unsuitable";

    /// <summary>The certificate of a recipient, or one above it, has been revoked.</summary>
    public const string CertificateRevoked = "recipient.certificate-revoked";

    /// <summary>Nobody could be asked whether the certificate of a recipient has been revoked, and the settings demand it.</summary>
    public const string RevocationUnknown = "recipient.revocation-unknown";

    /// <summary>A source of certificates cannot say whether it knows a recipient.</summary>
    public const string DirectoryUnavailable = "recipient.directory-unavailable";

    /// <summary>The recipients of one mail have keys for S/MIME here and for OpenPGP there.</summary>
    public const string MixedFormats = "recipient.mixed-formats";

    /// <summary>A recipient's address cannot be used.</summary>
    public const string AddressInvalid = "recipient.address-invalid";

    /// <summary>The certificate of the sender has expired, has been revoked or does not fit the sender's address.</summary>
    public const string SenderCertificate = "sender.certificate-unusable";

    /// <summary>Subject, file name or media type hold what does not belong there, or the message is empty.</summary>
    public const string MessageInvalid = "message.invalid";

    /// <summary>The message is to be sent in plain text for a reason that the settings do not name.</summary>
    public const string PlainRefused = "message.plain-refused";

    /// <summary>The message is to be encrypted by the gateway, and the settings do not allow that.</summary>
    public const string GatewayRefused = "message.gateway-refused";

    /// <summary>An attachment is of a kind that the gateway refuses.</summary>
    public const string FileRefused = "message.file-refused";

    /// <summary>The HTML refers to an inline part that is not there, or an inline part is given twice, has no fit name, or is referred to by nothing.</summary>
    public const string InlinePart = "message.inline-part";

    /// <summary>A template is not in its form, or has a placeholder in a place where no value is safe.</summary>
    public const string TemplateInvalid = "template.invalid";

    /// <summary>The values do not fit the template: one is missing, unknown, or unfit for the subject.</summary>
    public const string TemplateValues = "template.values";

    /// <summary>The mail is larger than the configured limit or than the server takes.</summary>
    public const string MessageTooLarge = "message.too-large";

    /// <summary>An attachment could not be read.</summary>
    public const string AttachmentUnreadable = "message.attachment-unreadable";

    /// <summary>The mail server cannot be reached or broke off.</summary>
    public const string ServerUnreachable = "smtp.unreachable";

    /// <summary>The mail server offers no TLS.</summary>
    public const string TlsMissing = "smtp.tls-missing";

    /// <summary>The TLS certificate of the mail server is not trusted.</summary>
    public const string TlsUntrusted = "smtp.tls-untrusted";

    /// <summary>The mail server did not accept user and password.</summary>
    public const string AuthenticationFailed = "smtp.authentication-failed";

    /// <summary>The mail server refuses the mail for good.</summary>
    public const string Rejected = "smtp.rejected";

    /// <summary>The mail server refuses the mail for now.</summary>
    public const string Busy = "smtp.busy";

    /// <summary>The connection ended after the mail and before the answer.</summary>
    public const string OutcomeUnknown = "smtp.outcome-unknown";

    /// <summary>The message is several mails, and the mail server took some of them only.</summary>
    public const string PartlySent = "smtp.partly-sent";

    /// <summary>A mail was to be sent past the outbox.</summary>
    public const string OutboxBypassed = "outbox.bypassed";

    /// <summary>A mail would lie in the outbox in plain text.</summary>
    public const string OutboxPlainRefused = "outbox.plain-refused";

    /// <summary>The key that keeps unencrypted mails in the outbox is missing or is another one.</summary>
    public const string OutboxStorageKey = "outbox.storage-key";

    /// <summary>A stored mail is not what was stored.</summary>
    public const string OutboxDamaged = "outbox.damaged";

    /// <summary>A stored mail is not tried any more.</summary>
    public const string OutboxGivenUp = "outbox.given-up";

    /// <summary>The outbox's database cannot be used.</summary>
    public const string OutboxDatabaseUnusable = "outbox.database-unusable";

    /// <summary>A received mail is larger than the configured limit.</summary>
    public const string IncomingTooLarge = "mail.too-large";

    /// <summary>A received mail is not in the form of RFC 5322 or its S/MIME parts are broken.</summary>
    public const string IncomingMalformed = "mail.malformed";

    /// <summary>A received mail cannot be decrypted with the configured keys.</summary>
    public const string CannotDecrypt = "mail.cannot-decrypt";

    /// <summary>A received mail is encrypted with an algorithm that is not accepted.</summary>
    public const string UnsupportedAlgorithm = "mail.unsupported-algorithm";

    /// <summary>A received OpenPGP mail is encrypted without integrity code.</summary>
    public const string IntegrityMissing = "mail.integrity-missing";

    /// <summary>The mailbox cannot be reached or broke off.</summary>
    public const string MailboxUnreachable = "mailbox.unreachable";

    /// <summary>The mailbox's server offers no TLS.</summary>
    public const string MailboxTlsMissing = "mailbox.tls-missing";

    /// <summary>The TLS certificate of the mailbox's server is not trusted.</summary>
    public const string MailboxTlsUntrusted = "mailbox.tls-untrusted";

    /// <summary>The mailbox's server did not accept user and password.</summary>
    public const string MailboxAuthenticationFailed = "mailbox.authentication-failed";

    /// <summary>The mailbox lacks a folder, a right or an extension that acknowledging needs.</summary>
    public const string MailboxUnsuitable = "mailbox.unsuitable";

    /// <summary>The mailbox has given a mail to somebody else before it was settled.</summary>
    public const string ClaimLost = "mailbox.claim-lost";
}
