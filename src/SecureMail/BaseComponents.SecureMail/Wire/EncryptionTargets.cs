using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.Cms;

namespace BaseComponents.SecureMail.Wire;

/// <summary>The certificates a mail is encrypted for. One recipient without a valid one stops the whole mail.</summary>
internal static class EncryptionTargets
{
    public static IReadOnlyList<CmsTarget> For(IReadOnlyList<string> to, MailSettings settings)
    {
        var targets = to.Select((address, index) => Target(address, index, to.Count, settings)).ToList();
        if (settings.Options.Sender.EncryptToSelf)
            targets.Add(Self(settings));
        return targets;
    }

    private static CmsTarget Target(string address, int index, int count, MailSettings settings)
    {
        var key = settings.FindRecipient(address) ?? throw Fault.Recipient(
            SecureMailErrors.NoCertificate, index, count, "no certificate is configured for this address. Ask the recipient for it and add it to Recipients.");
        var fault = settings.Policy.Check(key.Certificate, address, MailUse.Encrypt, key.Intermediates);
        return fault is CertificateFault.None
            ? new CmsTarget(key.Certificate, key.Transport)
            : throw Refusal(fault, index, count);
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
            SecureMailErrors.CertificateUnsuitable, index, count, "the key of the configured certificate is no RSA key of at least 2048 bit."),
        _ => Fault.Recipient(
            SecureMailErrors.CertificateUnsuitable, index, count, "the configured certificate is not made for encrypting mail (keyEncipherment, emailProtection)."),
    };

    private static CmsTarget Self(MailSettings settings)
    {
        var certificate = settings.SenderCertificate;
        var fault = settings.Policy.Check(certificate, settings.SenderAddress, MailUse.Encrypt, settings.SenderIntermediates);
        if (fault is not CertificateFault.None)
            throw Fault.Sender(fault);
        return new CmsTarget(certificate, SmimeCapabilities.KeyTransportOf(certificate) ?? settings.Options.DefaultKeyTransport);
    }
}
