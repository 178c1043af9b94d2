using System.Security.Cryptography;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>Digests by their names in XML. SHA-1 is none of them.</summary>
internal static class XmlDigest
{
    public static HashAlgorithmName? Find(string? uri) => uri switch
    {
        XmlSecurityUris.Sha256 => HashAlgorithmName.SHA256,
        XmlSecurityUris.Sha384 => HashAlgorithmName.SHA384,
        XmlSecurityUris.Sha512 => HashAlgorithmName.SHA512,
        _ => null,
    };
}
