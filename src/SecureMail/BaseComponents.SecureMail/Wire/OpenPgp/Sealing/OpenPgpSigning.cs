using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Sealing;

/// <summary>Who signs, with which hash, and when.</summary>
internal sealed record OpenPgpSigning(PgpPublicKey Public, PgpPrivateKey Private, HashAlgorithmTag Hash, DateTimeOffset Time)
{
    /// <summary>The name of the hash in a multipart/signed (RFC 3156 section 5).</summary>
    public string MessageIntegrityName => "pgp-" + Hash.ToString().ToLowerInvariant();

    public PgpSignatureGenerator Begin()
    {
        var generator = new PgpSignatureGenerator(Public.Algorithm, Hash);
        generator.InitSign(PgpSignature.BinaryDocument, Private);
        var says = new PgpSignatureSubpacketGenerator();
        says.SetSignatureCreationTime(true, Time.UtcDateTime);
        says.SetIssuerFingerprint(false, Public);
        generator.SetHashedSubpackets(says.Generate());
        var hint = new PgpSignatureSubpacketGenerator();
        hint.SetIssuerKeyID(false, Public.KeyId);
        generator.SetUnhashedSubpackets(hint.Generate());
        return generator;
    }
}
