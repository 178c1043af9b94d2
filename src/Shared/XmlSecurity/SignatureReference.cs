using System.Security.Cryptography;
using System.Xml;
using static BaseComponents.Shared.XmlSecurity.XmlSecurityUris;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>The one reference of a signature: the element in which it stands, by its identifier.</summary>
internal sealed class SignatureReference
{
    private const int LargestDigest = 64;

    private readonly XmlElement _parent;
    private readonly XmlElement _signature;
    private readonly HashAlgorithmName _hash;
    private readonly byte[] _digest;
    private readonly string? _prefixes;

    public SignatureReference(XmlElement parent, XmlElement signature, XmlElement reference, string identifierName)
    {
        (_parent, _signature) = (parent, signature);
        RequireParent(reference, identifierName);
        if (reference.Exactly(Dsig, "Transforms", "DigestMethod", "DigestValue") is not [var transforms, var method, var value])
            throw new XmlRefusedException("signature-reference");
        _prefixes = RequireTransforms(transforms);
        if (method.HasChildNodes || XmlDigest.Find(method.Attribute("Algorithm")) is not { } hash)
            throw new XmlRefusedException("signature-digest-algorithm");
        _hash = hash;
        _digest = value.Base64(LargestDigest) ?? throw new XmlRefusedException("signature-digest-value");
    }

    public bool Matches() => CryptographicOperations.FixedTimeEquals(ExclusiveCanonicalForm.DigestOf(_hash, _parent, _prefixes, leftOut: _signature), _digest);

    // The reader has made sure that no identifier stands twice in the document, in whatever attribute.
    private void RequireParent(XmlElement reference, string identifierName)
    {
        var identifier = _parent.Attribute(identifierName);
        if (string.IsNullOrEmpty(identifier) || reference.Attribute("URI") != "#" + identifier)
            throw new XmlRefusedException("signature-of-another-element");
    }

    private static string? RequireTransforms(XmlElement transforms)
    {
        if (transforms.Exactly(Dsig, "Transform", "Transform") is not [var enveloped, var canonicalization]
            || enveloped.Attribute("Algorithm") != XmlSecurityUris.EnvelopedSignature || enveloped.HasChildNodes)
            throw new XmlRefusedException("signature-transforms");
        return Canonicalization.PrefixListOf(Canonicalization.Require(canonicalization));
    }
}
