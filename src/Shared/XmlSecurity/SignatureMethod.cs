using System.Security.Cryptography;
using System.Xml;
using static BaseComponents.Shared.XmlSecurity.XmlSecurityUris;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>The value of a signature over its SignedInfo: whichever elements it speaks of, this part is the same.</summary>
internal sealed class SignatureMethod
{
    private const int LargestSignature = 2048;

    private readonly XmlElement _signedInfo;
    private readonly XmlElement _canonicalization;
    private readonly XmlSignatureAlgorithm _algorithm;

    /// <exception cref="XmlRefusedException">The signature has another form than the one allowed.</exception>
    public SignatureMethod(XmlElement signature)
    {
        if (signature.Elements().ToArray() is not [var signedInfo, var value, .. var rest] || !signedInfo.Is("SignedInfo", Dsig) || !value.Is("SignatureValue", Dsig))
            throw new XmlRefusedException("signature-shape");
        if (rest is not [] && !(rest is [var keyInfo] && keyInfo.Is("KeyInfo", Dsig)))
            throw new XmlRefusedException("signature-object");
        if (signedInfo.Elements().ToArray() is not [var canonicalization, var method, .. var references]
            || !canonicalization.Is("CanonicalizationMethod", Dsig) || !method.Is("SignatureMethod", Dsig) || !references.All(reference => reference.Is("Reference", Dsig)))
            throw new XmlRefusedException("signature-signed-info");

        _signedInfo = signedInfo;
        _canonicalization = Canonicalization.Require(canonicalization);
        _algorithm = AlgorithmOf(method);
        Value = value.Base64(LargestSignature) ?? throw new XmlRefusedException("signature-value");
        References = references;
    }

    /// <summary>The octets of the signature.</summary>
    public byte[] Value { get; }

    /// <summary>The references it signs, as they stand there.</summary>
    public IReadOnlyList<XmlElement> References { get; }

    /// <exception cref="XmlRefusedException">No key fits.</exception>
    public void Verify(IEnumerable<AsymmetricAlgorithm> keys)
    {
        var signed = ExclusiveCanonicalForm.Of(_signedInfo, Canonicalization.PrefixListOf(_canonicalization));
        if (!keys.Any(key => _algorithm.Verify(signed.Span, Value, key)))
            throw new XmlRefusedException("signature-key");
    }

    private static XmlSignatureAlgorithm AlgorithmOf(XmlElement method)
    {
        if (method.HasChildNodes)
            throw new XmlRefusedException("signature-algorithm-parameters");
        return XmlSignatureAlgorithm.Find(method.Attribute("Algorithm")) ?? throw new XmlRefusedException("signature-algorithm");
    }
}
