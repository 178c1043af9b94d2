using System.Globalization;

namespace BaseComponents.Tests.Sandbox.Eid.EidServer;

/// <summary>A message as an application would write it, before the signature. The defaults are in order.</summary>
internal sealed record CallByHand(string Operation, string Content)
{
    public static readonly string[] Operations =
    [
        "DocumentType", "IssuingState", "DateOfExpiry", "GivenNames", "FamilyNames", "ArtisticName", "AcademicTitle", "DateOfBirth", "PlaceOfBirth", "Nationality",
        "BirthName", "PlaceOfResidence", "CommunityID", "ResidencePermitI", "RestrictedID", "AgeVerification", "PlaceVerification",
    ];

    private const string Dsig = "http://www.w3.org/2000/09/xmldsig#";
    private const string C14n = "http://www.w3.org/2001/10/xml-exc-c14n#";

    public string? Action { get; init; }

    public TimeSpan Age { get; init; }

    public TimeSpan Life { get; init; } = TimeSpan.FromMinutes(5);

    public string SignatureMethod { get; init; } = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    public string[] Signed { get; init; } = ["ts", "body"];

    public string HeaderExtra { get; init; } = "";

    public string SecurityExtra { get; init; } = "";

    /// <summary>Changes the message after the signature.</summary>
    public Func<string, string>? ChangeSigned { get; init; }

    public (string Issuer, string Serial)? Named { get; init; }

    public static CallByHand UseId(string? operations = null, string rest = "") =>
        new("useID", $"<e:useIDRequest><e:UseOperations>{operations ?? Demand(("GivenNames", "REQUIRED"), ("FamilyNames", "REQUIRED"))}</e:UseOperations>{rest}</e:useIDRequest>");

    public static CallByHand GetResult(string session, int counter) =>
        new("getResult", $"<e:getResultRequest><e:Session><e:ID>{session}</e:ID></e:Session><e:RequestCounter>{counter}</e:RequestCounter></e:getResultRequest>");

    public static CallByHand ServerInfo() => new("getServerInfo", "<e:getServerInfoRequest/>");

    /// <summary>All operations in their order; those that are not named stay empty.</summary>
    public static string Demand(params (string Name, string Value)[] demands) =>
        string.Concat(Operations.Select(name => $"<e:{name}>{demands.FirstOrDefault(demand => demand.Name == name).Value}</e:{name}>"));

    public static string All(string value) => Demand([.. Operations.Select(name => (name, value))]);

    public string Template(string issuer, string serial) => $"""
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:e="http://bsi.bund.de/eID/" xmlns:u="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd">
          <s:Header>{HeaderExtra}
            <o:Security xmlns:o="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd" s:mustUnderstand="1">{SecurityExtra}
              <u:Timestamp u:Id="ts"><u:Created>{Time(-Age)}</u:Created><u:Expires>{Time(Life - Age)}</u:Expires></u:Timestamp>
              <Signature xmlns="{Dsig}"><SignedInfo><CanonicalizationMethod Algorithm="{C14n}"/><SignatureMethod Algorithm="{SignatureMethod}"/>{string.Concat(Signed.Select(Reference))}</SignedInfo><SignatureValue/>
                <KeyInfo><o:SecurityTokenReference><X509Data><X509IssuerSerial><X509IssuerName>{Named?.Issuer ?? issuer}</X509IssuerName><X509SerialNumber>{Named?.Serial ?? serial}</X509SerialNumber></X509IssuerSerial></X509Data></o:SecurityTokenReference></KeyInfo></Signature>
            </o:Security>
          </s:Header>
          <s:Body u:Id="body">{Content}</s:Body>
        </s:Envelope>
        """;

    private static string Reference(string id) =>
        $"""<Reference URI="#{id}"><Transforms><Transform Algorithm="{C14n}"/></Transforms><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue/></Reference>""";

    private static string Time(TimeSpan fromNow) => (TimeProvider.System.GetUtcNow() + fromNow).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
