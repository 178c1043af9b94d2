namespace BaseComponents.SecureMail.Internal;

/// <summary>The exceptions of this package, each with cause and next step. No text names a person: recipients are counted, not called.</summary>
internal static class Fault
{
    public static SecureMailException Recipient(string code, int index, int count, string what) =>
        new(code, $"Nothing was sent. Recipient {index + 1} of {count}: {what}") { RecipientIndex = index };

    /// <summary>The responder may be back in a moment, so this one is worth another try.</summary>
    public static SecureMailException RevocationUnknown(int index, int count) => new(
        SecureMailErrors.RevocationUnknown,
        $"Nothing was sent. Recipient {index + 1} of {count}: whether the certificate has been revoked could not be found out, and Revocation:Recipients is Hard. " +
        "Check that its lists and responders are reached from here (Revocation:TrustedHosts, Revocation:Proxy), or bring its lists along (Revocation:ListPaths).")
    {
        RecipientIndex = index,
        IsTransient = true,
    };

    public static SecureMailException Invalid(string what) => new(SecureMailErrors.MessageInvalid, $"Nothing was sent. {what}");

    public static SecureMailException Plain() => new(
        SecureMailErrors.PlainRefused, "Nothing was sent. The reason given for plain text is none of those that the settings allow (PlainReasons). Use one of them word for word, or encrypt the mail.");

    public static SecureMailException Gateway(string why) => new(SecureMailErrors.GatewayRefused, $"Nothing was sent. The message leaves its encryption to the gateway, {why}");

    public static SecureMailException Inline(string what) => new(SecureMailErrors.InlinePart, $"Nothing was sent. {what}");

    public static SecureMailException TooLarge(long atLeast, long limit) => new(
        SecureMailErrors.MessageTooLarge,
        $"Nothing was sent. The mail would be at least {Megabytes(atLeast)} MB large, the limit is {Megabytes(limit)} MB. Encryption and transfer encoding " +
        $"make files 1.9 times as large, so all attachments together may have about {Megabytes((long)(limit / 1.9))} MB. Send less, or offer the file another way.");

    public static SecureMailException Sender(CertificateFault fault) => new(
        SecureMailErrors.SenderCertificate,
        fault switch
        {
            CertificateFault.Expired => "Nothing was sent. The sender's certificate has expired. Configure its successor in Sender:Certificate.",
            CertificateFault.NotYetValid => "Nothing was sent. The sender's certificate is not valid yet. Check the clock, or keep using the one before it.",
            CertificateFault.AddressMismatch => "Nothing was sent. The sender's certificate does not hold Sender:Address as a subject alternative name.",
            CertificateFault.Untrusted => "Nothing was sent. The sender's certificate does not lead to an anchor in TrustAnchorsPem. Add the root, or Sender:IntermediatesPem.",
            CertificateFault.WeakKey => "Nothing was sent. The key of the sender's certificate is neither an RSA key of at least 2048 bit nor one on a curve of at least 256 bit.",
            CertificateFault.Revoked => "Nothing was sent. The sender's certificate, or one above it, has been revoked. Configure its successor in Sender:Certificate.",
            CertificateFault.RevocationUnknown =>
                "Nothing was sent. Whether the sender's certificate has been revoked could not be found out, and Revocation:Sender is Hard. Try again, or bring its lists along (Revocation:ListPaths).",
            _ => "Nothing was sent. The sender's certificate is not made for signing mail (key usage digitalSignature, extended key usage emailProtection, no authority's certificate).",
        })
    {
        IsTransient = fault is CertificateFault.RevocationUnknown,
    };

    public static SecureMailException SenderKey(string why, Exception? cause = null) => new(
        SecureMailErrors.SenderCertificate, $"Nothing was sent. The sender's certificate or its key cannot be used: {why}. Check Sender:Certificate.", cause);

    public static SecureMailException Bypassed() => new(
        SecureMailErrors.OutboxBypassed, "Nothing was sent. This sender has an outbox, and SendAsync goes past it: use ISecureMailOutbox.EnqueueAsync, or allow both with Outbox:DirectSending.");

    public static SecureMailException PlainAtRest() => new(
        SecureMailErrors.OutboxPlainRefused,
        "Nothing was stored. A part of the message would not be encrypted, and the outbox keeps ciphertext only. Encrypt it for its recipients, name a key of your own that it is encrypted for while it waits (Outbox:StorageKeys), or send it directly (Outbox:DirectSending).");

    public static SecureMailException StorageKey(string outcome, string why, Exception exception) => new(SecureMailErrors.OutboxStorageKey, $"{outcome}. With one of Outbox:StorageKeys there is a problem: {why}.", exception)
    {
        IsTransient = true,
    };

    public static SecureMailException StoredDamaged(string messageId) => new(
        SecureMailErrors.OutboxDamaged, "Nothing was sent. The stored mail is missing or is not what was stored: its hash differs. Look who changes the outbox's tables, and enqueue it again under another key.")
    {
        CorrelationId = messageId,
    };

    private static string Megabytes(long bytes) => (bytes / 1_000_000.0).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}
