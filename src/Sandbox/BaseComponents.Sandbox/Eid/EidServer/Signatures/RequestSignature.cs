using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using BaseComponents.Sandbox.Eid.EidServer.Requests;
using BaseComponents.Sandbox.Eid.Saml;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.EidServer.Signatures;

/// <summary>The signature of a call (WS-Security 1.0, X.509 profile). One form is taken, and no other: over body and time stamp, by the application's key.</summary>
internal sealed class RequestSignature
{
    private const int LongestValue = 2048;
    private readonly SoapCall _call;
    private readonly XmlElement _timestamp;
    private readonly XmlElement _signature;

    private RequestSignature(SoapCall call, XmlElement timestamp, XmlElement signature) => (_call, _timestamp, _signature) = (call, timestamp, signature);

    /// <summary>Whether the call was made by the holder of this certificate, and now.</summary>
    public static bool IsValid(SoapCall call, X509Certificate2 signer, DateTimeOffset now) =>
        call.Header?.Child("Security", EidServerUris.Wsse) is { } security
        && security.Children().Select(child => child.LocalName).Order(StringComparer.Ordinal).SequenceEqual(["Signature", "Timestamp"])
        && security.Child("Timestamp", EidServerUris.Wsu) is { } timestamp
        && security.Child("Signature", SamlUris.Dsig) is { } signature
        && new RequestSignature(call, timestamp, signature).IsOf(signer)
        && MessageTime.IsNow(timestamp, now);

    private bool IsOf(X509Certificate2 signer) =>
        _signature.Children().Select(child => child.LocalName).SequenceEqual(["SignedInfo", "SignatureValue", "KeyInfo"])
        && _signature.Child("SignedInfo", SamlUris.Dsig) is { } signedInfo
        && _signature.Child("KeyInfo", SamlUris.Dsig) is { } keyInfo
        && IssuerSerial.Names(keyInfo, signer)
        && IsSimple(signedInfo)
        && Covers(signedInfo, _timestamp)
        && Covers(signedInfo, _call.Body)
        && SignatureMethod.RsaSha256.IsValid(signer, CanonicalXml.Of(signedInfo), Value(_signature, "SignatureValue"));

    private static bool IsSimple(XmlElement signedInfo) =>
        signedInfo.Children().Select(child => child.LocalName).SequenceEqual(["CanonicalizationMethod", "SignatureMethod", "Reference", "Reference"])
        && AlgorithmOf(signedInfo, "CanonicalizationMethod") == SamlUris.ExclusiveC14n
        && !signedInfo.Child("CanonicalizationMethod", SamlUris.Dsig)!.HasChildNodes
        && AlgorithmOf(signedInfo, "SignatureMethod") == SignatureMethod.RsaSha256.Uri;

    private bool Covers(XmlElement signedInfo, XmlElement part)
    {
        var id = part.GetAttribute("Id", EidServerUris.Wsu);
        return id.Length > 0
            && Holders(id) == 1
            && signedInfo.Children("Reference", SamlUris.Dsig).Where(reference => reference.GetAttribute("URI") == "#" + id).ToArray() is [var only]
            && Transforms(only) is [var transform]
            && transform.GetAttribute("Algorithm") == SamlUris.ExclusiveC14n
            && AlgorithmOf(only, "DigestMethod") == SamlUris.Sha256
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(CanonicalXml.Of(part, PrefixesOf(transform))), Value(only, "DigestValue"));
    }

    private int Holders(string id) => _call.Envelope.SelectNodes("//@*")!.Cast<XmlAttribute>()
        .Count(attribute => attribute.LocalName.Equals("Id", StringComparison.OrdinalIgnoreCase) && attribute.Value == id);

    private static XmlElement[] Transforms(XmlElement reference) => [.. reference.Child("Transforms", SamlUris.Dsig)?.Children("Transform", SamlUris.Dsig) ?? []];

    private static string? PrefixesOf(XmlElement transform) => transform.Child("InclusiveNamespaces", SamlUris.ExclusiveC14n)?.GetAttribute("PrefixList");

    private static string? AlgorithmOf(XmlElement parent, string name) => parent.Child(name, SamlUris.Dsig)?.GetAttribute("Algorithm");

    private static byte[] Value(XmlElement parent, string name)
    {
        var text = parent.Child(name, SamlUris.Dsig)?.InnerText ?? "";
        var octets = new byte[LongestValue];
        return text.Length <= LongestValue && Convert.TryFromBase64String(text, octets, out var length) ? octets[..length] : [];
    }
}
