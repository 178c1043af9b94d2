using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>
/// Elliptic curve Diffie-Hellman with a hash for the key derivation (RFC 5753 section 7.1.4, SEC 1). All curves here have the cofactor one, so both variants give
/// the same secret. The derivation with SHA-1 is read because programs in the field write it unasked; it is never written.
/// </summary>
internal static class KeyAgreementScheme
{
    public static HashAlgorithmName? Find(string oid) => oid switch
    {
        "1.3.132.1.11.1" or "1.3.132.1.14.1" => HashAlgorithmName.SHA256,
        "1.3.132.1.11.2" or "1.3.132.1.14.2" => HashAlgorithmName.SHA384,
        "1.3.132.1.11.3" or "1.3.132.1.14.3" => HashAlgorithmName.SHA512,
        "1.3.133.16.840.63.0.2" or "1.3.133.16.840.63.0.3" => HashAlgorithmName.SHA1,
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
