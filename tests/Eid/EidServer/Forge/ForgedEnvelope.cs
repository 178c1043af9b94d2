using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.EidServer.Forge;

/// <summary>An answer of an eID server as a test wants it, well signed or badly. Shares no code with the reader: the canonical form is the framework's.</summary>
internal sealed record ForgedEnvelope(string Content)
{
    public const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    public const string Wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    public const string Wsse11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd";
    public const string Wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    private const string SignatureGoesHere = "<signature-goes-here/>";

    public required X509Certificate2 Signer { get; init; }

    public required DateTimeOffset Created { get; init; }

    public string? Timestamp { get; init; }

    public string Algorithm { get; init; } = ForgedSignature.RsaSha256;

    public string DigestAlgorithm { get; init; } = ForgedSignature.Sha256;

    /// <summary>Identifiers of the elements that are signed.</summary>
    public IReadOnlyList<string> Signed { get; init; } = ["body-1", "timestamp-1"];

    public string Transforms { get; init; } = $"""<ds:Transform Algorithm="{ForgedSignature.ExclusiveC14n}"/>""";

    public string KeyInfo { get; init; } = "";

    /// <summary>Stands in the Security header before the signature.</summary>
    public string MoreSecurity { get; init; } = "";

    /// <summary>Stands in the header behind the Security header.</summary>
    public string MoreHeader { get; init; } = "";

    public Func<string, string> ChangeSignedInfo { get; init; } = text => text;

    public static string IssuerSerial(X509Certificate2 certificate) => Reference(
        $"<ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>{certificate.Issuer}</ds:X509IssuerName><ds:X509SerialNumber>{new BigInteger(certificate.SerialNumberBytes.Span, isBigEndian: true)}</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>");

    public static string Reference(string content) => $"<ds:KeyInfo><wsse:SecurityTokenReference>{content}</wsse:SecurityTokenReference></ds:KeyInfo>";

    public string ToXml()
    {
        var unsigned = Unsigned();
        return unsigned.Replace(SignatureGoesHere, Signed.Count == 0 ? "" : Signature(unsigned), StringComparison.Ordinal);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private string Unsigned() => $"""
        <soapenv:Envelope xmlns:soapenv="{Soap}" xmlns:wsu="{Wsu}" xmlns:wsse="{Wsse}"><soapenv:Header><wsse:Security soapenv:mustUnderstand="1">{TimestampXml()}{MoreSecurity}{SignatureGoesHere}</wsse:Security>{MoreHeader}</soapenv:Header><soapenv:Body wsu:Id="body-1">{Content}</soapenv:Body></soapenv:Envelope>
        """.Trim();

    private string TimestampXml() => Timestamp ?? $"""<wsu:Timestamp wsu:Id="timestamp-1"><wsu:Created>{Time(Created)}</wsu:Created><wsu:Expires>{Time(Created.AddMinutes(5))}</wsu:Expires></wsu:Timestamp>""";

    private string Signature(string unsigned)
    {
        var document = Load(unsigned);
        var references = string.Concat(Signed.Select(identifier => ReferenceTo(document, identifier)));
        var signedInfo = ChangeSignedInfo($"""<ds:SignedInfo xmlns:ds="{ForgedSignature.Dsig}"><ds:CanonicalizationMethod Algorithm="{ForgedSignature.ExclusiveC14n}"/><ds:SignatureMethod Algorithm="{Algorithm}"/>{references}</ds:SignedInfo>""");
        var value = Convert.ToBase64String(new ForgedSignature { Signer = Signer, Algorithm = Algorithm }.Sign(ForgedSignature.Canonical(Load(signedInfo).DocumentElement!, null)));
        return $"""<ds:Signature xmlns:ds="{ForgedSignature.Dsig}">{signedInfo}<ds:SignatureValue>{value}</ds:SignatureValue>{KeyInfo}</ds:Signature>""";
    }

    private string ReferenceTo(XmlDocument document, string identifier)
    {
        var element = document.SelectNodes("//*")!.Cast<XmlElement>().First(candidate => candidate.GetAttribute("Id", Wsu) == identifier);
        var hash = DigestAlgorithm.EndsWith("sha512", StringComparison.Ordinal) ? HashAlgorithmName.SHA512 : DigestAlgorithm.EndsWith("sha384", StringComparison.Ordinal) ? HashAlgorithmName.SHA384
            : DigestAlgorithm.EndsWith("#sha1", StringComparison.Ordinal) ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        var digest = Convert.ToBase64String(CryptographicOperations.HashData(hash, ForgedSignature.Canonical(element, null)));
        return $"""<ds:Reference URI="#{identifier}"><ds:Transforms>{Transforms}</ds:Transforms><ds:DigestMethod Algorithm="{DigestAlgorithm}"/><ds:DigestValue>{digest}</ds:DigestValue></ds:Reference>""";
    }

    private static XmlDocument Load(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(xml);
        return document;
    }
}
