using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>
/// Verifies what a primary key says about its parts (RFC 9580 section 10.1 and 5.2.1). The library reads keys and leaves that to the caller. Signatures of others say nothing here;
/// those with SHA-1 count as absent, except that a revocation is believed with any hash.
/// </summary>
internal sealed class SelfSignatures(PgpPublicKey primary)
{
    /// <summary>Whether the key was taken back; also where somebody else whom we do not know says so, in a text that comes from the configuration.</summary>
    public bool IsRevoked => primary.GetKeySignatures().Any(signature => signature.SignatureType == PgpSignature.KeyRevocation
        && (!IsMine(signature) || Verifies(signature, primary, () => signature.VerifyCertification(primary))));

    /// <summary>What the key says about itself as a whole.</summary>
    public IEnumerable<SelfSignature> OverKey() => primary.GetKeySignatures()
        .Where(signature => signature.SignatureType == PgpSignature.DirectKey && IsMine(signature) && SignatureRules.IsAcceptable(signature))
        .Where(signature => Verifies(signature, primary, () => VerifyDirect(signature)))
        .Select(signature => new SelfSignature(signature));

    public IEnumerable<SelfSignature> OverUserId(string userId) => (primary.GetSignaturesForId(userId) ?? [])
        .Where(signature => IsMine(signature) && (signature.SignatureType == PgpSignature.CertificationRevocation || (signature.IsCertification() && SignatureRules.IsAcceptable(signature))))
        .Where(signature => Verifies(signature, primary, () => signature.VerifyCertification(userId, primary)))
        .Select(signature => new SelfSignature(signature));

    public IEnumerable<SelfSignature> OverSubkey(PgpPublicKey subkey) => subkey.GetSignatures()
        .Where(signature => signature.SignatureType == PgpSignature.SubkeyBinding && IsMine(signature) && SignatureRules.IsAcceptable(signature))
        .Where(signature => Verifies(signature, primary, () => signature.VerifyCertification(primary, subkey)) && IsAgreedTo(signature, subkey))
        .Select(signature => new SelfSignature(signature));

    public bool IsRevokedSubkey(PgpPublicKey subkey) => subkey.GetSignatures().Any(signature => signature.SignatureType == PgpSignature.SubkeyRevocation
        && (!IsMine(signature) || Verifies(signature, primary, () => signature.VerifyCertification(primary, subkey))));

    // A subkey that signs must say itself that it belongs here, or anybody could claim somebody else's signatures (RFC 9580 section 5.2.3.34).
    private bool IsAgreedTo(PgpSignature binding, PgpPublicKey subkey)
    {
        if ((new SelfSignature(binding).Flags & PgpKeyFlags.CanSign) == 0)
            return true;
        var embedded = Embedded(binding.GetHashedSubPackets()).Concat(Embedded(binding.GetUnhashedSubPackets()));
        return embedded.Any(signature => signature.SignatureType == PgpSignature.PrimaryKeyBinding && SignatureRules.IsAcceptable(signature)
            && Verifies(signature, subkey, () => signature.VerifyCertification(primary, subkey)));
    }

    private static IEnumerable<PgpSignature> Embedded(PgpSignatureSubpacketVector? subpackets)
    {
        if (subpackets?.GetEmbeddedSignatures() is not { } signatures)
            yield break;
        for (var index = 0; index < signatures.Count; index++)
            yield return signatures[index];
    }

    // The library's own method for one key takes revocations only.
    private bool VerifyDirect(PgpSignature signature)
    {
        var body = primary.PublicKeyPacket.GetEncodedContents();
        signature.Update(0x99, (byte)(body.Length >> 8), (byte)body.Length);
        signature.Update(body);
        return signature.Verify();
    }

    private bool IsMine(PgpSignature signature) => signature.KeyId == primary.KeyId
        || (signature.KeyId == 0 && signature.GetHashedSubPackets()?.GetIssuerFingerprint()?.GetFingerprint() is { } issuer && primary.HasFingerprint(issuer));

    private static bool Verifies(PgpSignature signature, PgpPublicKey key, Func<bool> verify)
    {
        try
        {
            signature.InitVerify(key);
            return verify();
        }
        catch (Exception exception) when (LibraryFault.IsOne(exception))
        {
            return false;
        }
    }
}
