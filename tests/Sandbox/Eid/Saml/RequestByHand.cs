using System.Globalization;
using System.Xml;

namespace BaseComponents.Tests.Sandbox.Eid.Saml;

/// <summary>A request as an application would write it. The defaults are in order.</summary>
internal sealed record RequestByHand
{
    public const string GivenName = "urn:oid:2.5.4.42";
    public const string Surname = "urn:oid:2.5.4.4";
    public const string Birthdate = "urn:oid:1.2.40.0.10.2.1.1.55";
    public const string Bpk2 = "urn:oid:1.3.6.1.4.1.25484.494450.3";
    public const string Mailbox = "urn:oid:2.5.4.18";

    public string Id { get; init; } = "_" + Guid.NewGuid().ToString("N");

    public string Issuer { get; init; } = "https://beispielstadt.example/saml";

    public string? Destination { get; init; }

    public string AnswerAddress { get; init; } = "http://localhost:7777/signin";

    public string Binding { get; init; } = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

    public TimeSpan Age { get; init; }

    public string Comparison { get; init; } = "minimum";

    public string Context { get; init; } = "STORK-QAA-Level-1";

    public string Root { get; init; } = "AuthnRequest";

    /// <summary>Version of the extension; null leaves the extension out.</summary>
    public string? ExtensionVersion { get; init; } = "2";

    public string Methods { get; init; } = "";

    public string Attributes { get; init; } = Attribute(GivenName, required: true) + Attribute(Surname, required: true) + Attribute(Bpk2);

    public string Display { get; init; } = "<ui:OrganizationDisplayName>Beispielstadt</ui:OrganizationDisplayName><ui:OnlineServiceId>BMI-9999-0001</ui:OnlineServiceId>";

    public bool StatusDetail { get; init; } = true;

    public static string Attribute(string name, bool required = false) => $"""<akdb:RequestedAttribute Name="{name}" RequiredAttribute="{(required ? "true" : "false")}"/>""";

    public static string Method(string name, bool enabled = true) => $"<akdb:{name}><akdb:Enabled>{(enabled ? "true" : "false")}</akdb:Enabled></akdb:{name}>";

    public XmlElement ToXml(string destination) => XmlByHand.Load($"""
        <samlp:{Root} xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="{Id}" Version="2.0" IssueInstant="{Time}" Destination="{Destination ?? destination}" AssertionConsumerServiceURL="{AnswerAddress}" ProtocolBinding="{Binding}" ForceAuthn="true" IsPassive="false">
          <saml:Issuer>{Issuer}</saml:Issuer>
          {Extensions}
          <samlp:RequestedAuthnContext Comparison="{Comparison}"><saml:AuthnContextClassRef>{Context}</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>
        </samlp:{Root}>
        """);

    private string Time => (TimeProvider.System.GetUtcNow() - Age).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private string Extensions => ExtensionVersion is null ? "" : $"""
        <samlp:Extensions>
            <akdb:AuthenticationRequest xmlns:akdb="https://www.akdb.de/request/2018/09" Version="{ExtensionVersion}" EnableStatusDetail="{(StatusDetail ? "true" : "false")}">
              {Methods}
              <akdb:RequestedAttributes>{Attributes}</akdb:RequestedAttributes>
              <akdb:DisplayInformation><ui:Version xmlns:ui="https://www.akdb.de/request/2018/09/classic-ui/v1">{Display}</ui:Version></akdb:DisplayInformation>
            </akdb:AuthenticationRequest>
          </samlp:Extensions>
        """;
}
