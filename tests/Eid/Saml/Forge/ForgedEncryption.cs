using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml;

namespace BaseComponents.Tests.Eid.Saml.Forge;

/// <summary>Encrypts an assertion as a test wants it, well or badly.</summary>
internal sealed record ForgedEncryption
{
    public const string Gcm256 = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
    public const string Cbc256 = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
    public const string OaepMgf1p = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
    public const string Oaep11 = "http://www.w3.org/2009/xmlenc11#rsa-oaep";

    public X509Certificate2 Recipient { get; init; } = Parties.Encryption;

    public string Cipher { get; init; } = Gcm256;

    public string Transport { get; init; } = OaepMgf1p;

    public string TransportContent { get; init; } = "";

    public RSAEncryptionPadding Padding { get; init; } = RSAEncryptionPadding.OaepSHA1;

    public bool KeyBeside { get; init; }

    public string? Type { get; init; } = "http://www.w3.org/2001/04/xmlenc#Element";

    public Func<byte[], byte[]> ChangeContent { get; init; } = bytes => bytes;

    public Func<byte[], byte[]> ChangeKey { get; init; } = bytes => bytes;

    public Func<string, string> ChangePlainText { get; init; } = text => text;

    /// <summary>Encrypts these bytes instead of the assertion.</summary>
    public byte[]? ReplacePlainText { get; init; }

    public Func<string, string> ChangeXml { get; init; } = xml => xml;

    /// <summary>Replaces the assertion by an encrypted one.</summary>
    public void Apply(XmlElement assertion)
    {
        var key = RandomNumberGenerator.GetBytes(Cipher.Contains("128", StringComparison.Ordinal) ? 16 : Cipher.Contains("192", StringComparison.Ordinal) ? 24 : 32);
        var content = ChangeContent(Encrypt(key, ReplacePlainText ?? Encoding.UTF8.GetBytes(ChangePlainText(WithNamespaces(assertion)))));
        using var rsa = Recipient.GetRSAPublicKey()!;
        var wrapped = ChangeKey(rsa.Encrypt(key, Padding));
        var fragment = assertion.OwnerDocument.CreateDocumentFragment();
        fragment.InnerXml = ChangeXml(Xml(Convert.ToBase64String(content), Convert.ToBase64String(wrapped)));
        assertion.ParentNode!.ReplaceChild(fragment, assertion);
    }

    private string Xml(string content, string wrapped)
    {
        const string xenc = "http://www.w3.org/2001/04/xmlenc#";
        var key = $"""<xenc:EncryptedKey xmlns:xenc="{xenc}"><xenc:EncryptionMethod Algorithm="{Transport}">{TransportContent}</xenc:EncryptionMethod><xenc:CipherData><xenc:CipherValue>{wrapped}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey>""";
        var within = KeyBeside ? "" : $"""<ds:KeyInfo xmlns:ds="{ForgedSignature.Dsig}">{key}</ds:KeyInfo>""";
        var type = Type is null ? "" : $" Type=\"{Type}\"";
        return $"""<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"><xenc:EncryptedData xmlns:xenc="{xenc}"{type}><xenc:EncryptionMethod Algorithm="{Cipher}"/>{within}<xenc:CipherData><xenc:CipherValue>{content}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>{(KeyBeside ? key : "")}</saml:EncryptedAssertion>""";
    }

    private byte[] Encrypt(byte[] key, byte[] plain)
    {
        if (Cipher.EndsWith("cbc", StringComparison.Ordinal))
        {
            using var aes = Aes.Create();
            aes.Key = key;
            aes.GenerateIV();
            return [.. aes.IV, .. aes.EncryptCbc(plain, aes.IV, PaddingMode.ISO10126)];
        }

        var nonce = RandomNumberGenerator.GetBytes(12);
        var (cipherText, tag) = (new byte[plain.Length], new byte[16]);
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(nonce, plain, cipherText, tag);
        return [.. nonce, .. cipherText, .. tag];
    }

    private static string WithNamespaces(XmlElement assertion)
    {
        var copy = (XmlElement)assertion.CloneNode(deep: true);
        foreach (XmlAttribute attribute in assertion.OwnerDocument.DocumentElement!.Attributes)
            if (attribute.Prefix == "xmlns")
                copy.SetAttributeNode((XmlAttribute)attribute.CloneNode(deep: true));
        return copy.OuterXml;
    }
}
