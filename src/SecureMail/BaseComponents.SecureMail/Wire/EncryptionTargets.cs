using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;

namespace BaseComponents.SecureMail.Wire;

/// <summary>The certificates a mail is encrypted for. One recipient without a valid one stops the whole mail.</summary>
internal static class EncryptionTargets
{
    public static EncryptionPlan For(IReadOnlyList<string> to, MailSettings settings)
    {
        var keys = to.Select((address, index) => Key(address, index, to.Count, settings)).ToList();
        if (settings.Options.Sender.EncryptToSelf)
            keys.Add(Self(settings));
        var cipher = keys.TrueForAll(key => key.Encryption is ContentEncryption.Gcm) ? ContentCipher.Aes256Gcm : ContentCipher.Aes256Cbc;
        return new EncryptionPlan([.. keys.Select(key => new CmsTarget(key.Certificate, key.Transport))], cipher);
    }

    private static RecipientKey Key(string address, int index, int count, MailSettings settings)
    {
        var key = settings.FindRecipient(address) ?? throw Fault.Recipient(
            SecureMailErrors.NoCertificate, index, count, "no certificate is configured for this address. Ask the recipient for it and add it to Recipients.");
        var fault = settings.Policy.Check(key.Certificate, address, MailUse.Encrypt, key.Intermediates);
        return fault is CertificateFault.None ? key : throw Refusal(fault, index, count);
    }

    private static SecureMailException Refusal(CertificateFault fault, int index, int count) => fault switch
    {
        CertificateFault.Expired => Fault.Recipient(
            SecureMailErrors.CertificateExpired, index, count, "the configured certificate has expired. Ask the recipient for the new one."),
        CertificateFault.NotYetValid => Fault.Recipient(
            SecureMailErrors.CertificateExpired, index, count, "the configured certificate is not valid yet. Check the clock, or use the one before it."),
        CertificateFault.Untrusted => Fault.Recipient(
            SecureMailErrors.CertificateUntrusted, index, count, "the configured certificate does not lead to an anchor in TrustAnchorsPem."),
        CertificateFault.AddressMismatch => Fault.Recipient(
            SecureMailErrors.CertificateUnsuitable, index, count, "the configured certificate belongs to another address (subject alternative name)."),
        CertificateFault.WeakKey => Fault.Recipient(
            SecureMailErrors.CertificateUnsuitable, index, count, "the key of the configured certificate is neither an RSA key of at least 2048 bit nor one on a NIST or brainpool curve of at least 256 bit."),
        _ => Fault.Recipient(
            SecureMailErrors.CertificateUnsuitable, index, count, "the configured certificate is not made for encrypting mail (keyEncipherment, or keyAgreement on a curve; emailProtection)."),
    };

    private static RecipientKey Self(MailSettings settings)
    {
        var certificate = settings.SenderCertificate;
        var fault = settings.Policy.Check(certificate, settings.SenderAddress, MailUse.Encrypt, settings.SenderIntermediates);
        if (fault is not CertificateFault.None)
            throw Fault.Sender(fault);
        return RecipientKey.Of(certificate, [], settings.Options);
    }
}
