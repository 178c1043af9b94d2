using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>Algorithms, lengths and curves of keys that are accepted: what is not listed is not.</summary>
internal static class KeyStrength
{
    private const int MinimalRsaBits = 2048;
    private const int MaximalRsaBits = 8192;

    // NIST P-256, P-384, P-521; brainpool P256r1, P384r1, P512r1.
    private static readonly string[] _curves =
    [
        "1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35", "1.3.36.3.3.2.8.1.1.7", "1.3.36.3.3.2.8.1.1.11", "1.3.36.3.3.2.8.1.1.13",
    ];

    private const string Curve25519 = "1.3.6.1.4.1.3029.1.5.1";
    private const string Ed25519 = "1.3.6.1.4.1.11591.15.1";

    public static bool Encrypts(PgpPublicKey key) => key.PublicKeyPacket.Key switch
    {
        RsaPublicBcpgKey rsa => key.Algorithm is PublicKeyAlgorithmTag.RsaGeneral or PublicKeyAlgorithmTag.RsaEncrypt && IsLongEnough(rsa),
        ECDHPublicBcpgKey curve => key.Algorithm is PublicKeyAlgorithmTag.ECDH && (curve.CurveOid.Id == Curve25519 || _curves.Contains(curve.CurveOid.Id)) && HasGoodDerivation(curve),
        _ => false,
    };

    public static bool Signs(PgpPublicKey key) => key.PublicKeyPacket.Key switch
    {
        RsaPublicBcpgKey rsa => key.Algorithm is PublicKeyAlgorithmTag.RsaGeneral or PublicKeyAlgorithmTag.RsaSign && IsLongEnough(rsa),
        ECDsaPublicBcpgKey curve => key.Algorithm is PublicKeyAlgorithmTag.ECDsa && _curves.Contains(curve.CurveOid.Id),
        EdDsaPublicBcpgKey curve => key.Algorithm is PublicKeyAlgorithmTag.EdDsa_Legacy && curve.CurveOid.Id == Ed25519,
        _ => false,
    };

    private static bool IsLongEnough(RsaPublicBcpgKey rsa) => rsa.Modulus.BitLength is >= MinimalRsaBits and <= MaximalRsaBits;

    // The key itself says how the wrapping key is derived (RFC 9580 section 11.5.1).
    private static bool HasGoodDerivation(ECDHPublicBcpgKey key) =>
        key.HashAlgorithm is HashAlgorithmTag.Sha256 or HashAlgorithmTag.Sha384 or HashAlgorithmTag.Sha512
        && key.SymmetricKeyAlgorithm is SymmetricKeyAlgorithmTag.Aes128 or SymmetricKeyAlgorithmTag.Aes192 or SymmetricKeyAlgorithmTag.Aes256;
}
