using System.Security.Cryptography.X509Certificates;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Contracts.Eid.Saml;

/// <summary>An answer that xml-crypto signs and xml-encryption encrypts: how it is spelt, and with which algorithms.</summary>
internal sealed record ForeignDocument
{
    public const string Pss256 = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1";
    public const string Mgf1p = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
    public const string Oaep11 = "http://www.w3.org/2009/xmlenc11#rsa-oaep";

    public Func<string, string> Spelling { get; init; } = xml => xml;

    public string Algorithm { get; init; } = Pss256;

    public string Digest { get; init; } = "http://www.w3.org/2001/04/xmlenc#sha256";

    public string[] Prefixes { get; init; } = [];

    public string? SignaturePrefix { get; init; } = "ds";

    public string Cipher { get; init; } = "http://www.w3.org/2009/xmlenc11#aes256-gcm";

    public string Transport { get; init; } = Mgf1p;

    public string TransportDigest { get; init; } = "sha1";

    public string? Mask { get; init; }

    public bool Encrypts { get; init; } = true;

    /// <summary>What the peer has to do: sign the assertion, encrypt it, sign the response around it.</summary>
    public object Job() => new
    {
        work = "write",
        xml = Spelling(new ForgedResponse().ToXml().OuterXml),
        steps = Encrypts ? new[] { Sign("Assertion"), Encrypt(), Sign("Response") } : [Sign("Assertion"), Sign("Response")],
    };

    private object Sign(string element) => new
    {
        work = "sign",
        element,
        key = Parties.IdentityProvider.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem(),
        certificate = Parties.IdentityProvider.ExportCertificatePem(),
        algorithm = Algorithm,
        digest = Digest,
        prefixes = Prefixes,
        signaturePrefix = SignaturePrefix,
    };

    private object Encrypt() => new
    {
        work = "encrypt",
        certificate = Parties.Encryption.ExportCertificatePem(),
        cipher = Cipher,
        transport = Transport,
        digest = TransportDigest,
        mask = Mask,
    };
}
