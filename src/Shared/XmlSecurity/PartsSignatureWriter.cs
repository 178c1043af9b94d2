using System.Security.Cryptography;
using System.Xml;
using static BaseComponents.Shared.XmlSecurity.XmlSecurityUris;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>Signs several elements in the one form that <see cref="PartsSignature"/> reads, with SHA-256.</summary>
internal sealed class PartsSignatureWriter(RSA key, XmlSignatureAlgorithm algorithm)
{
    /// <summary>Appends the signature.</summary>
    /// <param name="parent">Where the signature goes; it stands in its document already.</param>
    /// <param name="parts">The elements to sign, with their identifiers.</param>
    /// <returns>The signature element, for a KeyInfo.</returns>
    public XmlElement Sign(XmlElement parent, params IEnumerable<(string Identifier, XmlElement Element)> parts)
    {
        var signature = Append(parent, "Signature");
        var signedInfo = Append(signature, "SignedInfo");
        AppendMethod(signedInfo, "CanonicalizationMethod", ExclusiveC14n);
        AppendMethod(signedInfo, "SignatureMethod", algorithm.Uri);
        foreach (var (identifier, element) in parts)
            AppendReference(signedInfo, identifier, ExclusiveCanonicalForm.DigestOf(HashAlgorithmName.SHA256, element));
        Append(signature, "SignatureValue").InnerText = Convert.ToBase64String(algorithm.Sign(ExclusiveCanonicalForm.Of(signedInfo).Span, key));
        return signature;
    }

    private static void AppendReference(XmlElement signedInfo, string identifier, byte[] digest)
    {
        var reference = Append(signedInfo, "Reference");
        reference.SetAttribute("URI", "#" + identifier);
        AppendMethod(Append(reference, "Transforms"), "Transform", ExclusiveC14n);
        AppendMethod(reference, "DigestMethod", Sha256);
        Append(reference, "DigestValue").InnerText = Convert.ToBase64String(digest);
    }

    private static void AppendMethod(XmlElement parent, string name, string uri) => Append(parent, name).SetAttribute("Algorithm", uri);

    private static XmlElement Append(XmlElement parent, string name) => (XmlElement)parent.AppendChild(parent.OwnerDocument.CreateElement("ds", name, Dsig))!;
}
