using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>Whether a signature, over a key or a mail, is made in a way that can be relied on. Only what it covers itself counts (its hashed subpackets).</summary>
internal static class SignatureRules
{
    private const int Version4 = 4;

    // What a reader that does not know one of the others must do is to refuse (RFC 9580 section 5.2.3.7).
    private static readonly SignatureSubpacketTag[] _known =
    [
        SignatureSubpacketTag.CreationTime, SignatureSubpacketTag.ExpireTime, SignatureSubpacketTag.KeyExpireTime, SignatureSubpacketTag.KeyFlags,
        SignatureSubpacketTag.IssuerKeyId, SignatureSubpacketTag.IssuerFingerprint, SignatureSubpacketTag.PrimaryUserId, SignatureSubpacketTag.Features,
        SignatureSubpacketTag.PreferredSymmetricAlgorithms, SignatureSubpacketTag.PreferredHashAlgorithms, SignatureSubpacketTag.PreferredCompressionAlgorithms,
        SignatureSubpacketTag.EmbeddedSignature, SignatureSubpacketTag.SignerUserId, SignatureSubpacketTag.RevocationReason,
    ];

    public static bool IsAcceptable(PgpSignature signature) =>
        signature.Version == Version4 && IsGood(signature.HashAlgorithm) && signature.GetHashedSubPackets() is { } signed
        && signed.HasSubpacket(SignatureSubpacketTag.CreationTime) && signed.GetCriticalTags().All(_known.Contains);

    public static bool IsGood(HashAlgorithmTag hash) => hash is HashAlgorithmTag.Sha256 or HashAlgorithmTag.Sha384 or HashAlgorithmTag.Sha512;

    /// <summary>When the signature itself ends, or null.</summary>
    public static DateTimeOffset? ExpiryOf(PgpSignature signature) =>
        signature.GetHashedSubPackets().GetSignatureExpirationTime() is > 0 and var seconds ? CreationOf(signature).AddSeconds(seconds) : null;

    public static DateTimeOffset CreationOf(PgpSignature signature) => new(DateTime.SpecifyKind(signature.GetHashedSubPackets().GetSignatureCreationTime(), DateTimeKind.Utc));
}
