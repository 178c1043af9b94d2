using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

#pragma warning disable CA5350 // Weak algorithms are what an attacker would use.

namespace BaseComponents.Tests.Eid.Saml.Forge;

/// <summary>Signs as a test wants it, well or badly. Shares no code with the reader: the canonical form is the framework's.</summary>
internal sealed record ForgedSignature
{
    public const string Dsig = "http://www.w3.org/2000/09/xmldsig#";
    public const string ExclusiveC14n = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string Enveloped = Dsig + "enveloped-signature";
    public const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    public const string PssSha256 = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1";
    public const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    public X509Certificate2 Signer { get; init; } = Parties.IdentityProvider;

    public string Algorithm { get; init; } = PssSha256;

    public string CanonicalizationXml { get; init; } = $"""<ds:CanonicalizationMethod Algorithm="{ExclusiveC14n}"/>""";

    public string TransformsXml { get; init; } = $"""<ds:Transforms><ds:Transform Algorithm="{Enveloped}"/><ds:Transform Algorithm="{ExclusiveC14n}"/></ds:Transforms>""";

    /// <summary>Prefixes of the inclusive list, in canonical form and in what is written.</summary>
    public string? InclusivePrefixes { get; init; }

    public string? Uri { get; init; }

    public string DigestAlgorithm { get; init; } = Sha256;

    /// <summary>Changes the finished SignedInfo text before it is signed.</summary>
    public Func<string, string> ChangeSignedInfo { get; init; } = text => text;

    public string ReferenceAttributes { get; init; } = "";

    public string MethodContent { get; init; } = "";

    public string AfterValue { get; init; } = "";

    /// <summary>Puts the signature behind the issuer of the element.</summary>
    public void Apply(XmlElement element)
    {
        var signature = Make(element);
        var issuer = element.ChildNodes.OfType<XmlElement>().FirstOrDefault(child => child.LocalName == "Issuer");
        element.InsertAfter(signature, issuer);
    }

    public XmlElement Make(XmlElement element)
    {
        var digest = Convert.ToBase64String(HashOf(DigestAlgorithm, Canonical(element, InclusivePrefixes)));
        var signedInfo = ChangeSignedInfo($"""
            <ds:SignedInfo xmlns:ds="{Dsig}">{CanonicalizationXml}<ds:SignatureMethod Algorithm="{Algorithm}">{MethodContent}</ds:SignatureMethod><ds:Reference URI="{Uri ?? "#" + element.GetAttribute("ID")}"{ReferenceAttributes}>{Transforms()}<ds:DigestMethod Algorithm="{DigestAlgorithm}"/><ds:DigestValue>{digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>
            """.Trim());
        var value = Convert.ToBase64String(Sign(Canonical(Element(signedInfo), null)));
        var certificate = Convert.ToBase64String(Signer.RawData);
        var xml = $"""<ds:Signature xmlns:ds="{Dsig}">{signedInfo}<ds:SignatureValue>{value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>{AfterValue}</ds:Signature>""";
        return (XmlElement)element.OwnerDocument.ImportNode(Element(xml), deep: true);
    }

    public static byte[] Canonical(XmlElement element, string? inclusivePrefixes)
    {
        // Round trip through text: the framework's transform looks at documents.
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(InContext(element));
        var transform = new XmlDsigExcC14NTransform(includeComments: false, inclusivePrefixes);
        transform.LoadInput(document);
        using var stream = (Stream)transform.GetOutput(typeof(Stream));
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private string Transforms() => InclusivePrefixes is null
        ? TransformsXml
        : TransformsXml.Replace($"""<ds:Transform Algorithm="{ExclusiveC14n}"/>""", $"""<ds:Transform Algorithm="{ExclusiveC14n}"><ec:InclusiveNamespaces xmlns:ec="{ExclusiveC14n}" PrefixList="{InclusivePrefixes}"/></ds:Transform>""", StringComparison.Ordinal);

    // All namespaces in scope stand on the element itself, so that it means the same alone.
    private static string InContext(XmlElement element)
    {
        var copy = (XmlElement)element.CloneNode(deep: true);
        for (XmlNode? above = element.ParentNode; above is XmlElement parent; above = parent.ParentNode)
            foreach (XmlAttribute attribute in parent.Attributes)
                if (attribute.NamespaceURI == "http://www.w3.org/2000/xmlns/" && !copy.HasAttribute(attribute.Name))
                    copy.SetAttributeNode((XmlAttribute)attribute.CloneNode(deep: true));
        return copy.OuterXml;
    }

    public byte[] Sign(byte[] data)
    {
        using var curve = Signer.GetECDsaPrivateKey();
        if (curve is not null)
            return curve.SignData(data, HashOfName(Algorithm), DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        using var key = Signer.GetRSAPrivateKey()!;
        return Algorithm switch
        {
            PssSha256 => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            Dsig + "rsa-sha1" => key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1),
            Dsig + "hmac-sha1" => HMACSHA1.HashData(key.ExportSubjectPublicKeyInfo(), data),
            "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256" => HMACSHA256.HashData(key.ExportSubjectPublicKeyInfo(), data),
            _ => key.SignData(data, HashOfName(Algorithm), Algorithm.Contains("MGF1", StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1),
        };
    }

    private static HashAlgorithmName HashOfName(string algorithm) => algorithm switch
    {
        _ when algorithm.Contains("512", StringComparison.Ordinal) => HashAlgorithmName.SHA512,
        _ when algorithm.Contains("384", StringComparison.Ordinal) => HashAlgorithmName.SHA384,
        _ => HashAlgorithmName.SHA256,
    };

    private static byte[] HashOf(string algorithm, byte[] data) => algorithm.EndsWith("#sha1", StringComparison.Ordinal)
        ? SHA1.HashData(data)
        : CryptographicOperations.HashData(HashOfName(algorithm), data);

    private static XmlElement Element(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(xml);
        return document.DocumentElement!;
    }
}
