using System.Security.Cryptography;
using System.Xml;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>
/// A signature over several elements that stand beside it. The verifier says which elements may be signed and finds them by their place in the
/// document; the identifiers of the signature only have to be theirs. Whoever verifies it may read those elements, the very objects.
/// </summary>
/// <remarks>XML Signature 1.1; Web Services Security: SOAP Message Security 1.0, section 8.</remarks>
internal sealed class PartsSignature
{
    private const int MostReferences = 16;

    private readonly SignatureMethod _method;
    private readonly PartReference[] _references;

    /// <exception cref="XmlRefusedException">It has another form than the one allowed.</exception>
    public PartsSignature(XmlElement signature)
    {
        _method = new SignatureMethod(signature);
        if (_method.References.Count is 0 or > MostReferences)
            throw new XmlRefusedException("signature-references");
        _references = [.. _method.References.Select(reference => new PartReference(reference))];
    }

    /// <summary>The octets of the signature: no two messages have the same.</summary>
    public ReadOnlySpan<byte> Value => _method.Value;

    /// <summary>Verifies the value and every reference.</summary>
    /// <param name="keys">Keys that count.</param>
    /// <param name="required">Elements that have to be among those signed, by identifier.</param>
    /// <param name="allowed">Elements that may be signed too.</param>
    /// <exception cref="XmlRefusedException">No key fits, a required element is not signed, or a reference leads elsewhere or does not fit.</exception>
    public void Verify(IEnumerable<AsymmetricAlgorithm> keys, IReadOnlyDictionary<string, XmlElement> required, IReadOnlyDictionary<string, XmlElement> allowed)
    {
        _method.Verify(keys);
        if (!required.Keys.All(identifier => _references.Count(reference => reference.Identifier == identifier) == 1))
            throw new XmlRefusedException("signature-leaves-out");
        foreach (var reference in _references)
            if (!reference.Matches(ElementOf(reference, required, allowed)))
                throw new XmlRefusedException("signature-digest");
    }

    private static XmlElement ElementOf(PartReference reference, IReadOnlyDictionary<string, XmlElement> required, IReadOnlyDictionary<string, XmlElement> allowed) =>
        required.TryGetValue(reference.Identifier, out var element) || allowed.TryGetValue(reference.Identifier, out element)
            ? element
            : throw new XmlRefusedException("signature-of-another-element");
}
