using System.Security.Cryptography;
using System.Xml;
using static BaseComponents.Shared.XmlSecurity.XmlSecurityUris;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>One of several references of a signature: an element named by its identifier, in its exclusive canonical form.</summary>
internal sealed class PartReference
{
    private const int LargestDigest = 64;

    private readonly HashAlgorithmName _hash;
    private readonly byte[] _digest;
    private readonly string? _prefixes;

    /// <exception cref="XmlRefusedException">It has another form than the one allowed.</exception>
    public PartReference(XmlElement reference)
    {
        if (reference.Attribute("URI") is not ['#', _, ..] uri)
            throw new XmlRefusedException("signature-reference-address");
        if (reference.Exactly(Dsig, "Transforms", "DigestMethod", "DigestValue") is not [var transforms, var method, var value])
            throw new XmlRefusedException("signature-reference");
        if (transforms.Exactly(Dsig, "Transform") is not [var canonicalization])
            throw new XmlRefusedException("signature-transforms");
        _prefixes = Canonicalization.PrefixListOf(Canonicalization.Require(canonicalization));
        if (method.HasChildNodes || XmlDigest.Find(method.Attribute("Algorithm")) is not { } hash)
            throw new XmlRefusedException("signature-digest-algorithm");
        _hash = hash;
        _digest = value.Base64(LargestDigest) ?? throw new XmlRefusedException("signature-digest-value");
        Identifier = uri[1..];
    }

    /// <summary>Identifier of the element.</summary>
    public string Identifier { get; }

    public bool Matches(XmlElement element) => CryptographicOperations.FixedTimeEquals(ExclusiveCanonicalForm.DigestOf(_hash, element, _prefixes), _digest);
}
