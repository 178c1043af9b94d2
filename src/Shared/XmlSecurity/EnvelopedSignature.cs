using System.Security.Cryptography;
using System.Xml;
using static BaseComponents.Shared.XmlSecurity.XmlSecurityUris;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>
/// A signature that stands in the element it signs, and nothing else it could be: one reference, to the parent, with the two fixed
/// transforms. Whoever verifies it may read the parent, the very object, and all below it but the signature.
/// </summary>
/// <remarks>XML Signature 1.1; SAML 2.0 core, section 5.4.</remarks>
internal sealed class EnvelopedSignature
{
    private readonly SignatureMethod _method;
    private readonly SignatureReference _reference;

    private EnvelopedSignature(XmlElement parent, XmlElement signature, string identifierName)
    {
        _method = new SignatureMethod(signature);
        if (_method.References is not [var reference])
            throw new XmlRefusedException("signature-signed-info");
        _reference = new SignatureReference(parent, signature, reference, identifierName);
    }

    /// <summary>The signature of an element, or null where it has none.</summary>
    /// <param name="parent">The element that would be signed.</param>
    /// <param name="identifierName">Name of its identifier: <c>ID</c> in SAML.</param>
    /// <exception cref="XmlRefusedException">There are several, or it has another form than the one allowed.</exception>
    public static EnvelopedSignature? Find(XmlElement parent, string identifierName = "ID") => parent.Elements("Signature", Dsig).ToArray() switch
    {
        [] => null,
        [var signature] => new EnvelopedSignature(parent, signature, identifierName),
        _ => throw new XmlRefusedException("signature-twice"),
    };

    /// <exception cref="XmlRefusedException">No key fits, or the element is not what was signed.</exception>
    public void Verify(IEnumerable<AsymmetricAlgorithm> keys)
    {
        _method.Verify(keys);
        if (!_reference.Matches())
            throw new XmlRefusedException("signature-digest");
    }
}
