using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Cms;

/// <summary>Hash functions by their object identifiers. SHA-1 is here for the padding and key derivation of messages that others wrote.</summary>
internal static class CmsHash
{
    public static HashAlgorithmName? Find(string oid) => oid switch
    {
        CmsOids.Sha1 => HashAlgorithmName.SHA1,
        CmsOids.Sha256 => HashAlgorithmName.SHA256,
        CmsOids.Sha384 => HashAlgorithmName.SHA384,
        CmsOids.Sha512 => HashAlgorithmName.SHA512,
        _ => null,
    };

    /// <summary>Whether a signature may rest on it.</summary>
    public static bool IsGood(string oid) => oid is CmsOids.Sha256 or CmsOids.Sha384 or CmsOids.Sha512;

    public static string OidOf(HashAlgorithmName hash) => hash.Name switch
    {
        "SHA256" => CmsOids.Sha256,
        "SHA384" => CmsOids.Sha384,
        "SHA512" => CmsOids.Sha512,
        _ => throw new ArgumentOutOfRangeException(nameof(hash)),
    };

    public static int LengthOf(HashAlgorithmName hash) => hash.Name switch
    {
        "SHA1" => 20,
        "SHA256" => 32,
        "SHA384" => 48,
        "SHA512" => 64,
        _ => throw new ArgumentOutOfRangeException(nameof(hash)),
    };
}
