using System.Xml;

namespace BaseComponents.Tests.Eid.Saml.Forge;

/// <summary>What a test wants an identity provider to say. The defaults are a good answer.</summary>
internal sealed record ForgedResponse
{
    public string Issuer { get; init; } = Parties.IdentityProviderId;

    public string AssertionId { get; init; } = "_assertion1";

    public string? AssertionIssuer { get; init; }

    public string Destination { get; init; } = Parties.AnswerAddress;

    public string InResponseTo { get; init; } = Parties.RequestId;

    public string? ConfirmationInResponseTo { get; init; }

    public string Recipient { get; init; } = Parties.AnswerAddress;

    public string Audience { get; init; } = Parties.EntityId;

    public DateTimeOffset IssuedAt { get; init; } = Parties.Now;

    public DateTimeOffset AuthenticatedAt { get; init; } = Parties.Now.AddSeconds(-20);

    public DateTimeOffset NotBefore { get; init; } = Parties.Now.AddSeconds(-5);

    public DateTimeOffset NotOnOrAfter { get; init; } = Parties.Now.AddMinutes(5);

    public DateTimeOffset? ConfirmationNotOnOrAfter { get; init; }

    public IReadOnlyList<string> ContextClasses { get; init; } = ["STORK-QAA-Level-4"];

    public string Status { get; init; } = "urn:oasis:names:tc:SAML:2.0:status:Success";

    /// <summary>XML behind the status code.</summary>
    public string StatusRest { get; init; } = "";

    /// <summary>XML of the attributes.</summary>
    public string Attributes { get; init; } =
        """<saml:Attribute Name="urn:oid:2.5.4.42" FriendlyName="surname"><saml:AttributeValue xsi:type="xs:string">ERIKA</saml:AttributeValue></saml:Attribute>""" +
        """<saml:Attribute Name="urn:oid:2.5.4.4" FriendlyName="givenName"><saml:AttributeValue xsi:type="xs:string">MUSTERMANN</saml:AttributeValue></saml:Attribute>""";

    /// <summary>XML in front of the status: extensions of the protocol.</summary>
    public string Extensions { get; init; } = "";

    public string ConditionsRest { get; init; } = "";

    public XmlDocument ToXml()
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml($"""
            <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ID="_response1" Version="2.0" IssueInstant="{Time(IssuedAt)}" Destination="{Destination}" InResponseTo="{InResponseTo}">
              <saml:Issuer>{Issuer}</saml:Issuer>{Extensions}
              <samlp:Status><samlp:StatusCode Value="{Status}"/>{StatusRest}</samlp:Status>
              {AssertionXml()}
            </samlp:Response>
            """);
        return document;
    }

    private string AssertionXml() => $"""
        <saml:Assertion ID="{AssertionId}" Version="2.0" IssueInstant="{Time(IssuedAt)}">
            <saml:Issuer>{AssertionIssuer ?? Issuer}</saml:Issuer>
            <saml:Subject>
              <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">_name1</saml:NameID>
              <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
                <saml:SubjectConfirmationData InResponseTo="{ConfirmationInResponseTo ?? InResponseTo}" NotOnOrAfter="{Time(ConfirmationNotOnOrAfter ?? NotOnOrAfter)}" Recipient="{Recipient}"/>
              </saml:SubjectConfirmation>
            </saml:Subject>
            <saml:Conditions NotBefore="{Time(NotBefore)}" NotOnOrAfter="{Time(NotOnOrAfter)}">
              <saml:AudienceRestriction><saml:Audience>{Audience}</saml:Audience></saml:AudienceRestriction>{ConditionsRest}
            </saml:Conditions>
            {string.Concat(ContextClasses.Select(StatementXml))}
            <saml:AttributeStatement>{Attributes}</saml:AttributeStatement>
          </saml:Assertion>
        """;

    private string StatementXml(string contextClass) =>
        $"""<saml:AuthnStatement AuthnInstant="{Time(AuthenticatedAt)}"><saml:AuthnContext><saml:AuthnContextClassRef>{contextClass}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>""";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
