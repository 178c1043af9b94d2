using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;

namespace BaseComponents.Sandbox.Eid.Saml.Xml;

/// <summary>For whom an assertion is encrypted, and how.</summary>
internal sealed record SealStyle(X509Certificate2 Recipient)
{
    /// <summary>The older mode, which shows no change of the ciphertext.</summary>
    public bool Cbc { get; init; }

    /// <summary>The key wrapped by OAEP of XML Encryption 1.1 with SHA-256, instead of the older identifier that implies SHA-1.</summary>
    public bool NewerTransport { get; init; }
}

/// <summary>Encrypts an assertion with a key of its own, and that key for the recipient (XML Encryption 1.1; SAML 2.0 core, section 2.2.4).</summary>
internal static class AssertionSealer
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private static readonly XNamespace Xenc = SamlUris.Xenc;
    private static readonly XNamespace Ds = SamlUris.Dsig;
    private static readonly XNamespace Saml = SamlUris.Assertion;

    public static XElement Seal(string assertion, SealStyle style)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var text = Encoding.UTF8.GetBytes(assertion);
        return new XElement(
            Saml + "EncryptedAssertion",
            new XAttribute(XNamespace.Xmlns + "saml", Saml),
            new XElement(
                Xenc + "EncryptedData",
                new XAttribute(XNamespace.Xmlns + "xenc", Xenc),
                new XAttribute("Type", SamlUris.Xenc + "Element"),
                Method(style.Cbc ? SamlUris.Xenc + "aes256-cbc" : SamlUris.Xenc11 + "aes256-gcm"),
                new XElement(Ds + "KeyInfo", new XAttribute(XNamespace.Xmlns + "ds", Ds), WrappedKey(key, style)),
                Cipher(style.Cbc ? Cbc(key, text) : Gcm(key, text))));
    }

    private static XElement WrappedKey(byte[] key, SealStyle style)
    {
        using var rsa = style.Recipient.GetRSAPublicKey()!;
        return new XElement(
            Xenc + "EncryptedKey",
            style.NewerTransport
                ? Method(SamlUris.Xenc11 + "rsa-oaep", Digest(SamlUris.Sha256), MaskDigest(SamlUris.Xenc11 + "mgf1sha256"))
                : Method(SamlUris.Xenc + "rsa-oaep-mgf1p", Digest(SamlUris.Sha1)),
            new XElement(Ds + "KeyInfo", new XElement(Ds + "X509Data", new XElement(Ds + "X509Certificate", Convert.ToBase64String(style.Recipient.RawData)))),
            Cipher(rsa.Encrypt(key, style.NewerTransport ? RSAEncryptionPadding.OaepSHA256 : RSAEncryptionPadding.OaepSHA1)));
    }

    private static byte[] Gcm(byte[] key, byte[] text)
    {
        var octets = new byte[NonceSize + text.Length + TagSize];
        var nonce = octets.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, text, octets.AsSpan(NonceSize, text.Length), octets.AsSpan(NonceSize + text.Length));
        return octets;
    }

    private static byte[] Cbc(byte[] key, byte[] text)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return [.. aes.IV, .. aes.EncryptCbc(text, aes.IV, PaddingMode.ISO10126)];
    }

    private static XElement Method(string uri, params XElement[] parameters) => new(Xenc + "EncryptionMethod", new XAttribute("Algorithm", uri), parameters);

    private static XElement Digest(string uri) => new(Ds + "DigestMethod", new XAttribute("Algorithm", uri));

    private static XElement MaskDigest(string uri) =>
        new(XName.Get("MGF", SamlUris.Xenc11), new XAttribute(XNamespace.Xmlns + "xenc11", SamlUris.Xenc11), new XAttribute("Algorithm", uri));

    private static XElement Cipher(byte[] octets) => new(Xenc + "CipherData", new XElement(Xenc + "CipherValue", Convert.ToBase64String(octets)));
}
