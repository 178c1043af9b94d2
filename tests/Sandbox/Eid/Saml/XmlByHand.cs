using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

#pragma warning disable CA5350 // What an application must refuse is recognised here.

namespace BaseComponents.Tests.Sandbox.Eid.Saml;

/// <summary>Signs, verifies and decrypts without any code of the Sandbox.</summary>
internal static class XmlByHand
{
    public const string Dsig = "http://www.w3.org/2000/09/xmldsig#";
    public const string Xenc = "http://www.w3.org/2001/04/xmlenc#";
    public const string Xenc11 = "http://www.w3.org/2009/xmlenc11#";
    public const string ExclusiveC14n = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string Pss = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1";
    public const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    public static XmlElement Load(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(xml);
        return document.DocumentElement!;
    }

    public static IEnumerable<XmlElement> Children(this XmlElement element, string name) => element.ChildNodes.OfType<XmlElement>().Where(child => child.LocalName == name);

    public static XmlElement Only(this XmlElement element, params string[] path) => path.Aggregate(element, (current, name) => current.Children(name).Single());

    public static byte[] Sign(RSA key, string algorithm, byte[] octets) => key.SignData(octets, HashAlgorithmName.SHA256, PaddingOf(algorithm));

    /// <summary>Puts an enveloped signature behind the issuer of a message.</summary>
    public static void SignEnveloped(XmlElement root, X509Certificate2 signer, string algorithm, string? reference = null)
    {
        var digest = Convert.ToBase64String(SHA256.HashData(Canonical(root, null)));
        var signedInfo = $"""<ds:SignedInfo xmlns:ds="{Dsig}"><ds:CanonicalizationMethod Algorithm="{ExclusiveC14n}"/><ds:SignatureMethod Algorithm="{algorithm}"/><ds:Reference URI="{reference ?? "#" + root.GetAttribute("ID")}"><ds:Transforms><ds:Transform Algorithm="{Dsig}enveloped-signature"/><ds:Transform Algorithm="{ExclusiveC14n}"/></ds:Transforms><ds:DigestMethod Algorithm="{Xenc}sha256"/><ds:DigestValue>{digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>""";
        using var key = signer.GetRSAPrivateKey()!;
        var value = Convert.ToBase64String(Sign(key, algorithm, Canonical(Load(signedInfo), null)));
        var signature = Load($"""<ds:Signature xmlns:ds="{Dsig}">{signedInfo}<ds:SignatureValue>{value}</ds:SignatureValue></ds:Signature>""");
        root.InsertAfter(root.OwnerDocument.ImportNode(signature, deep: true), root.Only("Issuer"));
    }

    /// <summary>Whether the signature of an element covers it and was made by that certificate; null where it has none.</summary>
    public static bool? IsSignedBy(XmlElement element, X509Certificate2 certificate)
    {
        if (element.Children("Signature").SingleOrDefault() is not { } signature)
            return null;
        var reference = signature.Only("SignedInfo", "Reference");
        var prefixes = reference.Only("Transforms").Children("Transform").Last().Children("InclusiveNamespaces").SingleOrDefault()?.GetAttribute("PrefixList");
        var algorithm = signature.Only("SignedInfo", "SignatureMethod").GetAttribute("Algorithm");
        using var key = certificate.GetRSAPublicKey()!;
        return reference.GetAttribute("URI") == "#" + element.GetAttribute("ID")
            && Digest(algorithm, Canonical(element, prefixes, withoutSignature: true)) == reference.Only("DigestValue").InnerText
            && key.VerifyData(Canonical(signature.Only("SignedInfo"), null), Convert.FromBase64String(signature.Only("SignatureValue").InnerText), HashOf(algorithm), PaddingOf(algorithm));
    }

    /// <summary>The plain text of an EncryptedAssertion, or null where the key does not open it.</summary>
    public static string? Decrypt(XmlElement encryptedAssertion, X509Certificate2 recipient)
    {
        var data = encryptedAssertion.Only("EncryptedData");
        var wrapped = data.Only("KeyInfo", "EncryptedKey");
        using var rsa = recipient.GetRSAPrivateKey()!;
        try
        {
            var padding = wrapped.Only("EncryptionMethod").GetAttribute("Algorithm") == Xenc11 + "rsa-oaep" ? RSAEncryptionPadding.OaepSHA256 : RSAEncryptionPadding.OaepSHA1;
            var key = rsa.Decrypt(Value(wrapped), padding);
            return Encoding.UTF8.GetString(data.Only("EncryptionMethod").GetAttribute("Algorithm") == Xenc11 + "aes256-gcm" ? Gcm(key, Value(data)) : Cbc(key, Value(data)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Gcm(byte[] key, byte[] octets)
    {
        var text = new byte[octets.Length - 28];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(octets.AsSpan(0, 12), octets.AsSpan(12, text.Length), octets.AsSpan(12 + text.Length), text);
        return text;
    }

    private static byte[] Cbc(byte[] key, byte[] octets)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(octets.AsSpan(16), octets.AsSpan(0, 16), PaddingMode.ISO10126);
    }

    private static byte[] Value(XmlElement encrypted) => Convert.FromBase64String(encrypted.Only("CipherData", "CipherValue").InnerText);

    private static string Digest(string algorithm, byte[] octets) => Convert.ToBase64String(algorithm == Dsig + "rsa-sha1" ? SHA1.HashData(octets) : SHA256.HashData(octets));

    private static HashAlgorithmName HashOf(string algorithm) => algorithm == Dsig + "rsa-sha1" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;

    private static RSASignaturePadding PaddingOf(string algorithm) => algorithm == Pss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;

    private static byte[] Canonical(XmlElement element, string? prefixes, bool withoutSignature = false)
    {
        var copy = (XmlElement)element.CloneNode(deep: true);
        if (withoutSignature)
            copy.RemoveChild(copy.Only("Signature"));
        for (var above = element.ParentNode as XmlElement; above is not null; above = above.ParentNode as XmlElement)
            foreach (var declaration in above.Attributes.Cast<XmlAttribute>().Where(attribute => attribute.Name.StartsWith("xmlns", StringComparison.Ordinal) && !copy.HasAttribute(attribute.Name)))
                copy.SetAttributeNode((XmlAttribute)declaration.CloneNode(deep: true));
        var transform = new XmlDsigExcC14NTransform(includeComments: false, prefixes);
        transform.LoadInput(Load(copy.OuterXml).OwnerDocument);
        using var octets = new MemoryStream();
        ((Stream)transform.GetOutput(typeof(Stream))).CopyTo(octets);
        return octets.ToArray();
    }
}
