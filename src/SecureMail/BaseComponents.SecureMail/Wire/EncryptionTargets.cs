using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;

namespace BaseComponents.SecureMail.Wire;

/// <summary>The certificates a mail is encrypted for. One recipient without a valid one stops the whole mail.</summary>
internal static class EncryptionTargets
{
    public static async Task<EncryptionPlan> ForAsync(IReadOnlyList<string> to, MailSettings settings, CancellationToken cancellationToken)
    {
        var found = to.Select((address, index) => KeyAsync(address, index, to.Count, settings, cancellationToken));
        if (settings.Options.Sender.EncryptToSelf)
            found = found.Append(SelfAsync(settings, cancellationToken));
        // All at once, since each may have to ask somebody.
        var checks = await Task.WhenAll(found).ConfigureAwait(false);
        var cipher = Array.TrueForAll(checks, check => check.Key.Encryption is ContentEncryption.Gcm) ? ContentCipher.Aes256Gcm : ContentCipher.Aes256Cbc;
        return new EncryptionPlan(
            [.. checks.Select(check => new CmsTarget(check.Key.Certificate, check.Key.Transport))], cipher, checks.Count(check => check.Revocation is RevocationStatus.Unknown));
    }

    private static async Task<(RecipientKey Key, RevocationStatus Revocation)> KeyAsync(
        string address, int index, int count, MailSettings settings, CancellationToken cancellationToken)
    {
        var key = settings.FindRecipient(address) ?? throw Fault.Recipient(
            SecureMailErrors.NoCertificate, index, count, "no certificate is configured for this address. Ask the recipient for it and add it to Recipients.");
        var check = await settings.Policy.CheckAsync(key.Certificate, address, MailUse.Encrypt, key.Intermediates, null, cancellationToken).ConfigureAwait(false);
        return check.Fault is CertificateFault.None ? (key, check.Revocation) : throw Refusal(check.Fault, index, count);
    }

    private static SecureMailException Refusal(CertificateFault fault, int index, int count) => fault switch
    {
        CertificateFault.Expired => Fault.Recipient(
            SecureMailErrors.CertificateExpired, index, count, "the configured certificate has expired. Ask the recipient for the new one."),
        CertificateFault.NotYetValid => Fault.Recipient(
            SecureMailErrors.CertificateExpired, index, count, "the configured certificate is not valid yet. Check the clock, or use the one before it."),
        CertificateFault.Untrusted => Fault.Recipient(
            SecureMailErrors.CertificateUntrusted, index, count, "the configured certificate does not lead to an anchor in TrustAnchorsPem."),
        CertificateFault.Revoked => Fault.Recipient(
            SecureMailErrors.CertificateRevoked, index, count, "the configured certificate, or one above it, has been revoked. Ask the recipient for the new one."),
        CertificateFault.RevocationUnknown => Fault.RevocationUnknown(index, count),
        CertificateFault.AddressMismatch => Fault.Recipient(
            SecureMailErrors.CertificateUnsuitable, index, count, "the configured certificate belongs to another address (subject alternative name)."),
        CertificateFault.WeakKey => Fault.Recipient(
            SecureMailErrors.CertificateUnsuitable, index, count, "the key of the configured certificate is neither an RSA key of at least 2048 bit nor one on a NIST or brainpool curve of at least 256 bit."),
        _ => Fault.Recipient(
            SecureMailErrors.CertificateUnsuitable, index, count, "the configured certificate is not made for encrypting mail (keyEncipherment, or keyAgreement on a curve; emailProtection)."),
    };

    private static async Task<(RecipientKey Key, RevocationStatus Revocation)> SelfAsync(MailSettings settings, CancellationToken cancellationToken)
    {
        var certificate = settings.SenderCertificate;
        var check = await settings.Policy.CheckAsync(certificate, settings.SenderAddress, MailUse.Encrypt, settings.SenderIntermediates, null, cancellationToken).ConfigureAwait(false);
        return check.Fault is CertificateFault.None ? (RecipientKey.Of(certificate, [], settings.Options), check.Revocation) : throw Fault.Sender(check.Fault);
    }
}
