using System.Security.Cryptography;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.Cms.Signed;

namespace BaseComponents.SecureMail.Wire;

/// <summary>From intact signatures to a verdict: at least one signer, who is the one in From, with a certificate that is good now.</summary>
internal sealed class SignatureJudge(CertificatePolicy policy)
{
    public SignatureVerdict Judge(CmsSignatures message, string? from)
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
        if (from is null || intact.Find(signer => SubjectAlternativeMail.Contains(signer.Certificate!, from)) is not { Certificate: { } certificate } mine)
            return new SignatureVerdict.AddressMismatch();
        return policy.Check(certificate, from, MailUse.Sign, message.Certificates) switch
        {
            CertificateFault.None => new SignatureVerdict.Valid(from, certificate.GetCertHashString(HashAlgorithmName.SHA256), mine.ClaimedTime),
            CertificateFault.Expired or CertificateFault.NotYetValid => new SignatureVerdict.Expired(),
            CertificateFault.AddressMismatch => new SignatureVerdict.AddressMismatch(),
            CertificateFault.Untrusted => new SignatureVerdict.UnknownSigner(),
            _ => new SignatureVerdict.Unsuitable(),
        };
    }
}
