using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using static BaseComponents.Shared.XmlSecurity.XmlSecurityUris;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>Signs an element from within, in the one form that <see cref="EnvelopedSignature"/> reads, with SHA-256.</summary>
internal sealed class EnvelopedSignatureWriter(X509Certificate2 certificate, XmlSignatureAlgorithm algorithm)
{
    /// <param name="element">The element to sign; it has its identifier already.</param>
    /// <param name="after">The child behind which the signature goes (the issuer, in SAML); null: it becomes the first child.</param>
    /// <param name="identifierName">Name of the identifier.</param>
    public void Sign(XmlElement element, XmlElement? after = null, string identifierName = "ID")
    {
        var signature = Element(element, "Signature");
        var signedInfo = Append(signature, "SignedInfo");
        AppendMethod(signedInfo, "CanonicalizationMethod", ExclusiveC14n);
        AppendMethod(signedInfo, "SignatureMethod", algorithm.Uri);
        var digest = CryptographicOperations.HashData(HashAlgorithmName.SHA256, ExclusiveCanonicalForm.Of(element).Span);
        AppendReference(signedInfo, element.GetAttribute(identifierName), digest);
        element.InsertAfter(signature, after);

        using var key = certificate.GetRSAPrivateKey() ?? throw new CryptographicException("The signing certificate has no RSA key.");
        Append(signature, "SignatureValue").InnerText = Convert.ToBase64String(algorithm.Sign(ExclusiveCanonicalForm.Of(signedInfo).Span, key));
        Append(Append(Append(signature, "KeyInfo"), "X509Data"), "X509Certificate").InnerText = Convert.ToBase64String(certificate.RawDataMemory.Span);
    }

    private static void AppendReference(XmlElement signedInfo, string identifier, byte[] digest)
    {
        var reference = Append(signedInfo, "Reference");
        reference.SetAttribute("URI", "#" + identifier);
        var transforms = Append(reference, "Transforms");
        AppendMethod(transforms, "Transform", XmlSecurityUris.EnvelopedSignature);
        AppendMethod(transforms, "Transform", ExclusiveC14n);
        AppendMethod(reference, "DigestMethod", Sha256);
        Append(reference, "DigestValue").InnerText = Convert.ToBase64String(digest);
    }

    private static void AppendMethod(XmlElement parent, string name, string uri) => Append(parent, name).SetAttribute("Algorithm", uri);

    private static XmlElement Append(XmlElement parent, string name) => (XmlElement)parent.AppendChild(Element(parent, name))!;

    private static XmlElement Element(XmlElement near, string name) => near.OwnerDocument.CreateElement("ds", name, Dsig);
}
