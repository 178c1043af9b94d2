using System.Security.Cryptography.X509Certificates;
using System.Xml;
using System.Xml.Linq;

namespace BaseComponents.Sandbox.Eid.Saml.Xml;

/// <summary>Whose key signs, and how.</summary>
internal sealed record SignatureStyle(X509Certificate2 Signer)
{
    public SignatureMethod Method { get; init; } = SignatureMethod.Pss;

    /// <summary>Prefixes that count although no name uses them, since a value such as <c>xsd:string</c> does.</summary>
    public string? InclusivePrefixes { get; init; }
}

/// <summary>Puts a signature into the element that it covers, behind its issuer (SAML 2.0 core, section 5.4).</summary>
internal static class EnvelopedSigner
{
    private static readonly XNamespace Ds = SamlUris.Dsig;

    public static void Sign(XmlElement element, SignatureStyle style)
    {
        var signature = (XmlElement)element.OwnerDocument.ImportNode(StrictXml.ReadOwn(Unsigned(element, style).ToString(SaveOptions.DisableFormatting)), deep: true);
        var signedInfo = CanonicalXml.Of(signature.Child("SignedInfo", SamlUris.Dsig)!);
        signature.Child("SignatureValue", SamlUris.Dsig)!.InnerText = Convert.ToBase64String(style.Method.Sign(style.Signer, signedInfo));
        element.InsertAfter(signature, element.Child("Issuer", SamlUris.Assertion));
    }

    private static XElement Unsigned(XmlElement element, SignatureStyle style) => new(
        Ds + "Signature",
        new XAttribute(XNamespace.Xmlns + "ds", Ds),
        SignedInfo(element, style),
        new XElement(Ds + "SignatureValue", "-"),
        new XElement(Ds + "KeyInfo", new XElement(Ds + "X509Data", new XElement(Ds + "X509Certificate", Convert.ToBase64String(style.Signer.RawData)))));

    private static XElement SignedInfo(XmlElement element, SignatureStyle style) => new(
        Ds + "SignedInfo",
        Algorithm("CanonicalizationMethod", SamlUris.ExclusiveC14n),
        Algorithm("SignatureMethod", style.Method.Uri),
        new XElement(
            Ds + "Reference",
            new XAttribute("URI", "#" + element.GetAttribute("ID")),
            new XElement(Ds + "Transforms", Algorithm("Transform", SamlUris.EnvelopedSignature), Algorithm("Transform", SamlUris.ExclusiveC14n, Prefixes(style.InclusivePrefixes))),
            Algorithm("DigestMethod", style.Method.DigestUri),
            new XElement(Ds + "DigestValue", Convert.ToBase64String(style.Method.Digest(CanonicalXml.Of(element, style.InclusivePrefixes))))));

    private static XElement Algorithm(string name, string uri, XElement? content = null) => new(Ds + name, new XAttribute("Algorithm", uri), content);

    private static XElement? Prefixes(string? prefixes) => prefixes is null ? null : new XElement(
        XName.Get("InclusiveNamespaces", SamlUris.ExclusiveC14n),
        new XAttribute(XNamespace.Xmlns + "ec", SamlUris.ExclusiveC14n),
        new XAttribute("PrefixList", prefixes));
}
