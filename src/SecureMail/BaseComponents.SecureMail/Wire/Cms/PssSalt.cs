using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace BaseComponents.SecureMail.Wire.Cms;

/// <summary>
/// The framework verifies RSASSA-PSS only with a salt as long as the hash (what RFC 4056 section 3 recommends). A failed check of such a
/// signature over unchanged content may be that alone, and must not be called a changed mail.
/// </summary>
internal static class PssSalt
{
    private const string RsassaPss = "1.2.840.113549.1.1.10";

    public static bool MayBeUnusual(SignerInfo signer, byte[] content) =>
        signer.SignatureAlgorithm.Value == RsassaPss && Hash(signer.DigestAlgorithm.Value, content) is { } hash && ClaimedDigest(signer) is { } claimed
        && CryptographicOperations.FixedTimeEquals(hash, claimed);

    private static byte[]? ClaimedDigest(SignerInfo signer) => signer.SignedAttributes.Cast<CryptographicAttributeObject>()
        .SelectMany(attribute => attribute.Values.Cast<AsnEncodedData>())
        .OfType<Pkcs9MessageDigest>()
        .FirstOrDefault()?.MessageDigest;

    private static byte[]? Hash(string? digest, byte[] content) => digest switch
    {
        CmsOids.Sha256 => SHA256.HashData(content),
        CmsOids.Sha384 => SHA384.HashData(content),
        CmsOids.Sha512 => SHA512.HashData(content),
        _ => null,
    };
}
