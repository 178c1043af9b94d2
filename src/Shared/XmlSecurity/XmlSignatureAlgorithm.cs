using System.Collections.Frozen;
using System.Security.Cryptography;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>A signature algorithm that is accepted. The parameters of RSASSA-PSS follow from its name (RFC 9231, section 2.3.10): MGF1 with the same hash, a salt as long as the hash.</summary>
internal sealed class XmlSignatureAlgorithm
{
    private readonly RSASignaturePadding? _padding;

    private XmlSignatureAlgorithm(string uri, HashAlgorithmName hash, RSASignaturePadding? padding) => (Uri, Hash, _padding) = (uri, hash, padding);

    public string Uri { get; }

    public HashAlgorithmName Hash { get; }

    public static XmlSignatureAlgorithm RsaSha256 { get; } = new(XmlSecurityUris.DsigMore + "rsa-sha256", HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public static XmlSignatureAlgorithm RsaPssSha256 { get; } = new(XmlSecurityUris.DsigMore2007 + "sha256-rsa-MGF1", HashAlgorithmName.SHA256, RSASignaturePadding.Pss);

    private static readonly FrozenDictionary<string, XmlSignatureAlgorithm> Accepted = new XmlSignatureAlgorithm[]
    {
        RsaSha256,
        new(XmlSecurityUris.DsigMore + "rsa-sha384", HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        new(XmlSecurityUris.DsigMore + "rsa-sha512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        RsaPssSha256,
        new(XmlSecurityUris.DsigMore2007 + "sha384-rsa-MGF1", HashAlgorithmName.SHA384, RSASignaturePadding.Pss),
        new(XmlSecurityUris.DsigMore2007 + "sha512-rsa-MGF1", HashAlgorithmName.SHA512, RSASignaturePadding.Pss),
        new(XmlSecurityUris.DsigMore + "ecdsa-sha256", HashAlgorithmName.SHA256, padding: null),
        new(XmlSecurityUris.DsigMore + "ecdsa-sha384", HashAlgorithmName.SHA384, padding: null),
        new(XmlSecurityUris.DsigMore + "ecdsa-sha512", HashAlgorithmName.SHA512, padding: null),
    }.ToFrozenDictionary(algorithm => algorithm.Uri, StringComparer.Ordinal);

    /// <summary>The algorithm of a name, or null for every other: SHA-1, HMAC, DSA and whatever a document invents.</summary>
    public static XmlSignatureAlgorithm? Find(string? uri) => uri is not null && Accepted.TryGetValue(uri, out var algorithm) ? algorithm : null;

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, AsymmetricAlgorithm key) => (key, _padding) switch
    {
        (RSA rsa, { } padding) => rsa.VerifyData(data, signature, Hash, padding),
        (ECDsa ec, null) => ec.VerifyData(data, signature, Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
        _ => false,
    };

    public byte[] Sign(ReadOnlySpan<byte> data, RSA key) =>
        key.SignData(data, Hash, _padding ?? throw new NotSupportedException("This algorithm does not sign with RSA."));
}
