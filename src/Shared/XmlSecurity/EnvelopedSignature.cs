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
    private const int LargestSignature = 2048;

    private readonly XmlElement _signedInfo;
    private readonly XmlElement _canonicalization;
    private readonly XmlSignatureAlgorithm _algorithm;
    private readonly byte[] _value;
    private readonly SignatureReference _reference;

    private EnvelopedSignature(XmlElement parent, XmlElement signature, string identifierName)
    {
        if (signature.Elements().ToArray() is not [var signedInfo, var value, .. var rest] || !signedInfo.Is("SignedInfo", Dsig) || !value.Is("SignatureValue", Dsig))
            throw new XmlRefusedException("signature-shape");
        if (rest is not [] && !(rest is [var keyInfo] && keyInfo.Is("KeyInfo", Dsig)))
            throw new XmlRefusedException("signature-object");
        if (signedInfo.Exactly(Dsig, "CanonicalizationMethod", "SignatureMethod", "Reference") is not [var canonicalization, var method, var reference])
            throw new XmlRefusedException("signature-signed-info");

        _signedInfo = signedInfo;
        _canonicalization = Canonicalization.Require(canonicalization);
        _algorithm = AlgorithmOf(method);
        _value = value.Base64(LargestSignature) ?? throw new XmlRefusedException("signature-value");
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
        var signed = ExclusiveCanonicalForm.Of(_signedInfo, Canonicalization.PrefixListOf(_canonicalization));
        if (!keys.Any(key => _algorithm.Verify(signed.Span, _value, key)))
            throw new XmlRefusedException("signature-key");
        if (!_reference.Matches())
            throw new XmlRefusedException("signature-digest");
    }

    private static XmlSignatureAlgorithm AlgorithmOf(XmlElement method)
    {
        if (method.HasChildNodes)
            throw new XmlRefusedException("signature-algorithm-parameters");
        return XmlSignatureAlgorithm.Find(method.Attribute("Algorithm")) ?? throw new XmlRefusedException("signature-algorithm");
    }
}
