using System.Security.Cryptography.X509Certificates;
using System.Xml;
using System.Xml.Linq;
using BaseComponents.Sandbox.Eid.Saml;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.EidServer.Signatures;

/// <summary>Whose key signs an answer, and how.</summary>
/// <param name="Signer">Whose key it is.</param>
/// <param name="Named">The certificate that the answer names.</param>
internal sealed record AnswerSignature(X509Certificate2 Signer, X509Certificate2 Named)
{
    public SignatureMethod Method { get; init; } = SignatureMethod.RsaSha256;
}

/// <summary>Puts a signature over some parts of an answer into its header.</summary>
internal static class AnswerSigner
{
    private static readonly XNamespace Ds = SamlUris.Dsig;

    public static void Sign(XmlElement security, IEnumerable<XmlElement> parts, AnswerSignature style)
    {
        var signature = (XmlElement)security.OwnerDocument.ImportNode(StrictXml.ReadOwn(Unsigned(parts, style).ToString(SaveOptions.DisableFormatting)), deep: true);
        security.AppendChild(signature);
        var signedInfo = CanonicalXml.Of(signature.Child("SignedInfo", SamlUris.Dsig)!);
        signature.Child("SignatureValue", SamlUris.Dsig)!.InnerText = Convert.ToBase64String(style.Method.Sign(style.Signer, signedInfo));
    }

    private static XElement Unsigned(IEnumerable<XmlElement> parts, AnswerSignature style) => new(
        Ds + "Signature",
        new XAttribute(XNamespace.Xmlns + "ds", Ds),
        new XElement(
            Ds + "SignedInfo",
            Algorithm("CanonicalizationMethod", SamlUris.ExclusiveC14n),
            Algorithm("SignatureMethod", style.Method.Uri),
            parts.Select(part => Reference(part, style.Method))),
        new XElement(Ds + "SignatureValue", "-"),
        new XElement(Ds + "KeyInfo", IssuerSerial.Write(style.Named)));

    private static XElement Reference(XmlElement part, SignatureMethod method) => new(
        Ds + "Reference",
        new XAttribute("URI", "#" + part.GetAttribute("Id", EidServerUris.Wsu)),
        new XElement(Ds + "Transforms", Algorithm("Transform", SamlUris.ExclusiveC14n)),
        Algorithm("DigestMethod", method.DigestUri),
        new XElement(Ds + "DigestValue", Convert.ToBase64String(method.Digest(CanonicalXml.Of(part)))));

    private static XElement Algorithm(string name, string uri) => new(Ds + name, new XAttribute("Algorithm", uri));
}
