using System.Globalization;
using System.Numerics;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>A certificate by the name of its issuer and its number, as a signature names it.</summary>
/// <remarks>Web Services Security X.509 Certificate Token Profile 1.0, section 3.2.3; XML Signature, section 4.4.4 (names as in RFC 2253).</remarks>
internal sealed record CertificateName(string Issuer, string Number)
{
    public static CertificateName Of(X509Certificate2 certificate) => new(
        IssuerName.Rfc2253(certificate.IssuerName),
        new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true).ToString(CultureInfo.InvariantCulture));

    public void AppendTo(XmlElement signature)
    {
        var document = signature.OwnerDocument;
        var keyInfo = signature.AppendChild(document.CreateElement("ds", "KeyInfo", XmlSecurityUris.Dsig))!;
        var reference = keyInfo.AppendChild(document.CreateElement("wsse", "SecurityTokenReference", EidNames.Wsse))!;
        var data = reference.AppendChild(document.CreateElement("ds", "X509Data", XmlSecurityUris.Dsig))!;
        var issuerSerial = data.AppendChild(document.CreateElement("ds", "X509IssuerSerial", XmlSecurityUris.Dsig))!;
        issuerSerial.AppendChild(document.CreateElement("ds", "X509IssuerName", XmlSecurityUris.Dsig))!.InnerText = Issuer;
        issuerSerial.AppendChild(document.CreateElement("ds", "X509SerialNumber", XmlSecurityUris.Dsig))!.InnerText = Number;
    }
}
