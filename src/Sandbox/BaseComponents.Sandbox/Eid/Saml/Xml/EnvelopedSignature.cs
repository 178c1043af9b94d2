using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace BaseComponents.Sandbox.Eid.Saml.Xml;

/// <summary>The signature of a request that was posted. One form is taken, and no other: one reference, to the root, by its identifier.</summary>
internal sealed class EnvelopedSignature
{
    private const int LongestValue = 2048;
    private readonly XmlElement _root;
    private readonly XmlElement _signature;

    private EnvelopedSignature(XmlElement root, XmlElement signature) => (_root, _signature) = (root, signature);

    public static EnvelopedSignature? Find(XmlElement root) => root.Child("Signature", SamlUris.Dsig) is { } signature ? new EnvelopedSignature(root, signature) : null;

    public bool IsOf(X509Certificate2 signer)
    {
        if (_signature.Child("SignedInfo", SamlUris.Dsig) is not { } signedInfo || !IsUnambiguous() || !IsSimple(signedInfo))
            return false;
        var method = SignatureMethod.OfRequest(AlgorithmOf(signedInfo, "SignatureMethod"));
        var reference = signedInfo.Child("Reference", SamlUris.Dsig)!;
        return method is not null
            && AlgorithmOf(reference, "DigestMethod") == method.DigestUri
            && CryptographicOperations.FixedTimeEquals(method.Digest(CanonicalXml.Of(RootWithout(), PrefixesOf(reference))), Value(reference, "DigestValue"))
            && method.IsValid(signer, CanonicalXml.Of(signedInfo), Value(_signature, "SignatureValue"));
    }

    private bool IsUnambiguous()
    {
        var id = _root.GetAttribute("ID");
        return _root.SelectNodes("//@*")!.Cast<XmlAttribute>().Count(attribute => attribute.LocalName.Equals("ID", StringComparison.OrdinalIgnoreCase) && attribute.Value == id) == 1
            && _signature.Children().All(child => child.NamespaceURI == SamlUris.Dsig && child.LocalName is "SignedInfo" or "SignatureValue" or "KeyInfo");
    }

    private bool IsSimple(XmlElement signedInfo) =>
        signedInfo.Children().Select(child => child.LocalName).SequenceEqual(["CanonicalizationMethod", "SignatureMethod", "Reference"])
        && AlgorithmOf(signedInfo, "CanonicalizationMethod") == SamlUris.ExclusiveC14n
        && !signedInfo.Child("CanonicalizationMethod", SamlUris.Dsig)!.HasChildNodes
        && signedInfo.Child("Reference", SamlUris.Dsig) is { } reference
        && reference.GetAttribute("URI") == "#" + _root.GetAttribute("ID")
        && Transforms(reference).Select(transform => transform.GetAttribute("Algorithm")).SequenceEqual([SamlUris.EnvelopedSignature, SamlUris.ExclusiveC14n]);

    private XmlElement RootWithout()
    {
        var copy = (XmlElement)_root.CloneNode(deep: true);
        copy.RemoveChild(copy.Child("Signature", SamlUris.Dsig)!);
        return copy;
    }

    private static IEnumerable<XmlElement> Transforms(XmlElement reference) =>
        reference.Child("Transforms", SamlUris.Dsig)?.Children("Transform", SamlUris.Dsig) ?? [];

    private static string? PrefixesOf(XmlElement reference) =>
        Transforms(reference).Last().Child("InclusiveNamespaces", SamlUris.ExclusiveC14n)?.GetAttribute("PrefixList");

    private static string? AlgorithmOf(XmlElement parent, string name) => parent.Child(name, SamlUris.Dsig)?.GetAttribute("Algorithm");

    private static byte[] Value(XmlElement parent, string name)
    {
        var text = parent.Child(name, SamlUris.Dsig)?.InnerText ?? "";
        var octets = new byte[LongestValue];
        return text.Length <= LongestValue && Convert.TryFromBase64String(text, octets, out var length) ? octets[..length] : [];
    }
}
