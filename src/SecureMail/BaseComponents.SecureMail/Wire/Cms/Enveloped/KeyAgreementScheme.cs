using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>
/// Elliptic curve Diffie-Hellman with a hash for the key derivation (RFC 5753 section 7.1.4, SEC 1). All curves here have the cofactor one, so both variants give
/// the same secret. The derivation with SHA-1 is read because programs in the field write it unasked; it is never written.
/// </summary>
internal static class KeyAgreementScheme
{
    /// <summary>dhSinglePass-stdDH-hkdf-sha256-scheme, which every reader of X25519 must know (RFC 8551 section 2.3).</summary>
    public const string HkdfWithSha256 = "1.2.840.113549.1.9.16.3.19";

    public static HashAlgorithmName? Find(string oid) => oid switch
    {
        "1.3.132.1.11.1" or "1.3.132.1.14.1" => HashAlgorithmName.SHA256,
        "1.3.132.1.11.2" or "1.3.132.1.14.2" => HashAlgorithmName.SHA384,
        "1.3.132.1.11.3" or "1.3.132.1.14.3" => HashAlgorithmName.SHA512,
        "1.3.133.16.840.63.0.2" or "1.3.133.16.840.63.0.3" => HashAlgorithmName.SHA1,
        _ => null,
    };

    /// <summary>With X25519, where there is nothing old to read: no SHA-1, and no second name for the same.</summary>
    public static KeyDerivation? FindForX25519(string oid) => oid switch
    {
        HkdfWithSha256 => new KeyDerivation(HashAlgorithmName.SHA256, IsHkdf: true),
        "1.2.840.113549.1.9.16.3.20" => new KeyDerivation(HashAlgorithmName.SHA384, IsHkdf: true),
        "1.2.840.113549.1.9.16.3.21" => new KeyDerivation(HashAlgorithmName.SHA512, IsHkdf: true),
        "1.3.132.1.11.1" or "1.3.132.1.11.2" or "1.3.132.1.11.3" => new KeyDerivation(Find(oid)!.Value),
        _ => null,
    };

    public static string OidOf(HashAlgorithmName hash) => hash.Name switch
    {
        "SHA256" => "1.3.132.1.11.1",
        "SHA384" => "1.3.132.1.11.2",
        "SHA512" => "1.3.132.1.11.3",
        _ => throw new ArgumentOutOfRangeException(nameof(hash)),
    };
}
