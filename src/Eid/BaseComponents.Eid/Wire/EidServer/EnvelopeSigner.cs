using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Wire.EidServer.EidNames;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>
/// Adds the Security header: a timestamp, and a signature over Body and timestamp that names the certificate by issuer and number, as the policy of
/// TR-03130 demands (IncludeToken/Never, RequireIssuerSerialReference, Basic256Sha256, IncludeTimestamp).
/// </summary>
internal sealed class EnvelopeSigner(X509Certificate2 certificate, TimeSpan lifetime, TimeProvider clock)
{
    private readonly CertificateName _name = CertificateName.Of(certificate);

    /// <returns>The octets of the signature.</returns>
    public byte[] Sign(XmlElement header, XmlElement body)
    {
        var security = (XmlElement)header.AppendChild(header.OwnerDocument.CreateElement("wsse", "Security", Wsse))!;
        SetAttribute(security, "soap", "mustUnderstand", Soap, "1");
        var timestamp = AppendTimestamp(security);
        using var key = certificate.GetRSAPrivateKey() ?? throw new CryptographicException("The signing certificate has no RSA key.");
        var signature = new PartsSignatureWriter(key, XmlSignatureAlgorithm.RsaSha256).Sign(security, (Identify(timestamp), timestamp), (Identify(body), body));
        _name.AppendTo(signature);
        return new SignatureMethod(signature).Value;
    }

    private XmlElement AppendTimestamp(XmlElement security)
    {
        var now = clock.GetUtcNow();
        var timestamp = Append(security, "Timestamp");
        Append(timestamp, "Created").InnerText = XmlTime.Write(now);
        Append(timestamp, "Expires").InnerText = XmlTime.Write(now + lifetime);
        return timestamp;
    }

    // An identifier is a name of XML: it begins with a letter.
    private static string Identify(XmlElement element)
    {
        var identifier = "id-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        SetAttribute(element, "wsu", "Id", Wsu, identifier);
        return identifier;
    }

    private static XmlElement Append(XmlElement parent, string name) => (XmlElement)parent.AppendChild(parent.OwnerDocument.CreateElement("wsu", name, Wsu))!;

    private static void SetAttribute(XmlElement element, string prefix, string name, string @namespace, string value)
    {
        var attribute = element.OwnerDocument.CreateAttribute(prefix, name, @namespace);
        attribute.Value = value;
        element.SetAttributeNode(attribute);
    }
}
