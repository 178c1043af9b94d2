using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Sandbox.Eid.Saml.Xml;

/// <summary>A way to sign with RSA.</summary>
internal sealed record SignatureMethod(string Uri, string DigestUri, HashAlgorithmName Hash, RSASignaturePadding Padding)
{
    public static SignatureMethod Pss { get; } = new("http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1", SamlUris.Sha256, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);

    public static SignatureMethod RsaSha256 { get; } = new("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", SamlUris.Sha256, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>What no one should accept any more.</summary>
    public static SignatureMethod RsaSha1 { get; } = new(SamlUris.Dsig + "rsa-sha1", SamlUris.Sha1, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

    /// <summary>The method of a request, or null where it is none of those in use.</summary>
    public static SignatureMethod? OfRequest(string? uri) => new[] { Pss, RsaSha256 }.FirstOrDefault(method => method.Uri == uri);

    public byte[] Digest(byte[] octets) => CryptographicOperations.HashData(Hash, octets);

    public byte[] Sign(X509Certificate2 signer, byte[] octets)
    {
        using var key = signer.GetRSAPrivateKey()!;
        return key.SignData(octets, Hash, Padding);
    }

    public bool IsValid(X509Certificate2 signer, byte[] octets, byte[] signature)
    {
        using var key = signer.GetRSAPublicKey()!;
        return key.VerifyData(octets, signature, Hash, Padding);
    }
}
