using System.Globalization;
using System.Numerics;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using System.Xml.Linq;
using BaseComponents.Sandbox.Eid.Saml;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.EidServer.Signatures;

/// <summary>A certificate named by its issuer and number, as the policy of the service wants it (MustSupportRefIssuerSerial). The certificate itself is never sent.</summary>
internal static class IssuerSerial
{
    private static readonly XNamespace Ds = SamlUris.Dsig;

    public static XElement Write(X509Certificate2 certificate) => new(
        XName.Get("SecurityTokenReference", EidServerUris.Wsse),
        new XElement(
            Ds + "X509Data",
            new XElement(Ds + "X509IssuerSerial", new XElement(Ds + "X509IssuerName", certificate.Issuer), new XElement(Ds + "X509SerialNumber", NumberOf(certificate)))));

    /// <summary>Whether this KeyInfo names the certificate, and nothing besides.</summary>
    public static bool Names(XmlElement keyInfo, X509Certificate2 certificate) =>
        Only(keyInfo, "SecurityTokenReference", EidServerUris.Wsse) is { } reference
        && Only(reference, "X509Data", SamlUris.Dsig) is { } data
        && Only(data, "X509IssuerSerial", SamlUris.Dsig) is { } issuerSerial
        && issuerSerial.Child("X509SerialNumber", SamlUris.Dsig)?.Text() == NumberOf(certificate)
        && IsSameName(issuerSerial.Child("X509IssuerName", SamlUris.Dsig)?.Text(), certificate.IssuerName);

    private static string NumberOf(X509Certificate2 certificate) =>
        new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true).ToString(CultureInfo.InvariantCulture);

    private static XmlElement? Only(XmlElement parent, string name, string uri) => parent.Children().ToArray() is [var only] && only.Is(name, uri) ? only : null;

    // Programs write a name from its first part on, or from its last.
    private static bool IsSameName(string? text, X500DistinguishedName name)
    {
        if (text is not { Length: > 0 and < 1024 })
            return false;
        try
        {
            var (named, own) = (Parts(new X500DistinguishedName(text)), Parts(name));
            return named.SequenceEqual(own) || named.Reverse().SequenceEqual(own);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }

    private static IEnumerable<(string? Type, string? Value)> Parts(X500DistinguishedName name) =>
        name.EnumerateRelativeDistinguishedNames().Select(part => part.HasMultipleElements ? (null, null) : (part.GetSingleElementType().Value, part.GetSingleElementValue()));
}
