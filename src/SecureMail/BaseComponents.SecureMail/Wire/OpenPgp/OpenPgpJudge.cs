using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Revocation;
using BaseComponents.SecureMail.Wire.OpenPgp.Keys;
using BaseComponents.SecureMail.Wire.OpenPgp.Opening;

namespace BaseComponents.SecureMail.Wire.OpenPgp;

/// <summary>From signatures to a verdict: at least one over the whole content, by a key that the configuration gives to the address in From and that is good now.</summary>
internal sealed class OpenPgpJudge(DateTimeOffset now)
{
    public SignatureVerdict Judge(IReadOnlyList<CheckedSignature> signatures, string? from)
    {
        if (signatures.Count == 0)
            return new SignatureVerdict.NotSigned();
        if (signatures.Any(signature => signature.State is OpenPgpSignatureState.Broken))
            return new SignatureVerdict.Tampered();
        var intact = signatures.Where(signature => signature.State is OpenPgpSignatureState.Intact).ToList();
        if (intact.Count == 0)
            return signatures.Any(signature => signature.State is OpenPgpSignatureState.Unacceptable) ? new SignatureVerdict.Unsuitable() : new SignatureVerdict.UnknownSigner();
        var verdicts = intact.Where(signature => from is not null && MailAddressSyntax.AreSame(signature.Signer!.Address, from)).Select(signature => Judge(signature, from!)).ToList();
        return verdicts.Find(verdict => verdict is SignatureVerdict.Valid) ?? verdicts.FirstOrDefault() ?? new SignatureVerdict.AddressMismatch();
    }

    private SignatureVerdict Judge(CheckedSignature checkedSignature, string from)
    {
        var (signature, signer, part) = (checkedSignature.Signature, checkedSignature.Signer!, checkedSignature.Part!);
        var created = SignatureRules.CreationOf(signature);
        if (created > now + ClockSkew.Allowed || created < new DateTimeOffset(DateTime.SpecifyKind(part.CreationTime, DateTimeKind.Utc)))
            return new SignatureVerdict.Unsuitable();
        if (SignatureRules.ExpiryOf(signature) <= now)
            return new SignatureVerdict.Expired();
        return signer.Key.Check(part, KeyUse.Sign, signer.Address, now) switch
        {
            KeyFault.None => new SignatureVerdict.Valid(from, signer.Key.Fingerprint, created),
            KeyFault.Expired or KeyFault.NotYetValid => new SignatureVerdict.Expired(),
            KeyFault.Revoked => new SignatureVerdict.Revoked(),
            KeyFault.AddressMismatch => new SignatureVerdict.AddressMismatch(),
            _ => new SignatureVerdict.Unsuitable(),
        };
    }
}
