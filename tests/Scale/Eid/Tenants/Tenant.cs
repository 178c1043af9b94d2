using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Scale.Eid.Tenants;

/// <summary>A town with a log-in of its own. All towns ask the same identity provider.</summary>
/// <param name="Number">Tells towns apart.</param>
/// <param name="Scheme">Name of the log-in.</param>
/// <param name="IsForCompanies">Mein Unternehmenskonto instead of BundID.</param>
/// <param name="Signing">Signs its requests.</param>
/// <param name="Decryption">Opens its answers.</param>
internal sealed record Tenant(int Number, string Scheme, bool IsForCompanies, X509Certificate2 Signing, X509Certificate2 Decryption)
{
    private const string Citizen = """
        <saml:Attribute xmlns:akdb="https://www.akdb.de/request/2018/09" Name="urn:oid:2.5.4.4" akdb:TrustLevel="HOCH"><saml:AttributeValue>MUSTERMANN</saml:AttributeValue></saml:Attribute>
        <saml:Attribute Name="urn:oid:1.3.6.1.4.1.25484.494450.2"><saml:AttributeValue>eID</saml:AttributeValue></saml:Attribute>
        """;

    private static readonly string Company = string.Concat(new[]
    {
        ("IstTestkonto", "false"), ("Firmenname", "Musterbau GmbH"), ("Name", "Muster"), ("ElsterVertrauensniveauIdentifizierung", "hoch"), ("ElsterVertrauensniveauAuthentifizierung", "hoch"),
    }.Select(attribute => $"""<saml:Attribute Name="{attribute.Item1}"><saml:AttributeValue>{attribute.Item2}</saml:AttributeValue></saml:Attribute>"""));

    public string Host => $"https://town-{Number}.example";

    public string EntityId => $"https://town-{Number}.example/saml";

    public string CallbackPath => $"/signin-{Scheme.ToLowerInvariant()}";

    public string SentCookie => $"eid-sent.{Scheme}";

    /// <summary>A valid answer to one of its requests, as it stands in the form.</summary>
    public string Answer(string requestId, string assertionId)
    {
        var response = new ForgedResponse
        {
            InResponseTo = requestId,
            AssertionId = assertionId,
            Destination = Host + CallbackPath,
            Recipient = Host + CallbackPath,
            Audience = EntityId,
            Attributes = IsForCompanies ? Company : Citizen,
        };
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(Answers.Encrypted(response, new ForgedEncryption { Recipient = Decryption }).OuterXml));
    }
}
