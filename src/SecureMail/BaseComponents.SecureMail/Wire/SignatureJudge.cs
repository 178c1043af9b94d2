using System.Security.Cryptography;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.Cms.Signed;

namespace BaseComponents.SecureMail.Wire;

/// <summary>
/// From intact signatures to a verdict: at least one signer, who is the one in From, with a certificate that was good when the mail was received, or when a trusted time stamp says that the
/// signature was there. One signature that does not match spoils all; one of an unknown signer beside a good one does not.
/// </summary>
/// <param name="settings">Anchors and rules.</param>
/// <param name="receivedAt">When the mail was received.</param>
internal sealed class SignatureJudge(MailSettings settings, DateTimeOffset receivedAt)
{
    public async Task<SignatureVerdict> JudgeAsync(CmsSignatures message, string? from, CancellationToken cancellationToken)
    {
        if (!message.HasSigners)
            return new SignatureVerdict.NotSigned();
        if (!message.AreAcceptable)
            return new SignatureVerdict.Unsuitable();
        if (!message.AreIntact)
            return new SignatureVerdict.Tampered();
        var intact = message.Signers.Where(signer => signer.State is SignatureState.Intact).ToList();
        if (intact.Count == 0)
            return new SignatureVerdict.UnknownSigner();
        return from is null ? new SignatureVerdict.AddressMismatch() : await JudgeAsync(intact, message, from, cancellationToken).ConfigureAwait(false);
    }

    // Anybody can add a signature to a mail: one more by the same address takes nothing from a good one.
    private async Task<SignatureVerdict> JudgeAsync(IEnumerable<CmsSignature> intact, CmsSignatures message, string from, CancellationToken cancellationToken)
    {
        SignatureVerdict? first = null;
        foreach (var mine in intact.Where(signer => SubjectAlternativeMail.Contains(signer.Certificate!, from)))
        {
            var verdict = await JudgeAsync(mine, message, from, cancellationToken).ConfigureAwait(false);
            if (verdict is SignatureVerdict.Valid)
                return verdict;
            first ??= verdict;
        }

        return first ?? new SignatureVerdict.AddressMismatch();
    }

    private async Task<SignatureVerdict> JudgeAsync(CmsSignature mine, CmsSignatures message, string from, CancellationToken cancellationToken)
    {
        var certificate = mine.Certificate!;
        var trusted = await settings.TimeStamps.TimeOfAsync(mine.Signer.TimeStamp, mine.Signer.Signature, receivedAt, cancellationToken).ConfigureAwait(false);
        var at = trusted < receivedAt ? trusted.Value : receivedAt;
        var check = await settings.Policy.CheckAsync(certificate, from, MailUse.Verify, message.Certificates, at, cancellationToken).ConfigureAwait(false);
        return check.Fault switch
        {
            CertificateFault.None => new SignatureVerdict.Valid(from, certificate.GetCertHashString(HashAlgorithmName.SHA256), mine.ClaimedTime, check.Revocation, trusted)
            {
                Signer = new RecipientCertificate { Certificate = certificate, Intermediates = message.Certificates },
            },
            CertificateFault.Expired or CertificateFault.NotYetValid => new SignatureVerdict.Expired(),
            CertificateFault.AddressMismatch => new SignatureVerdict.AddressMismatch(),
            CertificateFault.Untrusted => new SignatureVerdict.UnknownSigner(),
            CertificateFault.Revoked => new SignatureVerdict.Revoked(),
            CertificateFault.RevocationUnknown => new SignatureVerdict.RevocationUnknown(),
            _ => new SignatureVerdict.Unsuitable(),
        };
    }
}
