using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;

namespace BaseComponents.SecureMail.Wire;

/// <summary>The certificates a mail is encrypted for. One recipient without a valid one stops the whole mail.</summary>
internal static class EncryptionTargets
{
    public static async Task<EncryptionPlan> ForAsync(IReadOnlyList<RecipientPlace> recipients, MailSettings settings, CancellationToken cancellationToken)
    {
        var found = recipients.Select(recipient => settings.Recipients.FindAsync(recipient, settings, cancellationToken));
        if (settings.Options.Sender.EncryptToSelf)
            found = found.Append(SelfAsync(settings, cancellationToken));
        // All at once, since each may have to ask somebody.
        var checks = await Task.WhenAll(found).ConfigureAwait(false);
        var cipher = Array.TrueForAll(checks, check => check.Key.Encryption is ContentEncryption.Gcm) ? ContentCipher.Aes256Gcm : ContentCipher.Aes256Cbc;
        return new EncryptionPlan(
            [.. checks.Select(check => new CmsTarget(check.Key.Certificate, check.Key.Transport) { Keys = settings.RecipientRsaKeys })], cipher, checks.Count(check => check.Revocation is RevocationStatus.Unknown));
    }

    private static async Task<(RecipientKey Key, RevocationStatus Revocation)> SelfAsync(MailSettings settings, CancellationToken cancellationToken)
    {
        var certificate = settings.OwnEncryptionCertificate;
        var check = await settings.Policy.CheckAsync(certificate, settings.SenderAddress, MailUse.Encrypt, settings.SenderIntermediates, null, cancellationToken).ConfigureAwait(false);
        return check.Fault is CertificateFault.None
            ? (RecipientKey.From(new RecipientCertificate { Certificate = certificate }, settings.Options), check.Revocation)
            : throw Fault.Sender(check.Fault);
    }
}
