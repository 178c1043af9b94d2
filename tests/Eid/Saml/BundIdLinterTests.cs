using BaseComponents.Eid;
using BaseComponents.Eid.Saml;
using BaseComponents.Eid.Saml.BundId;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>What is said about settings before anything is sent.</summary>
public sealed class BundIdLinterTests
{
    private static readonly BundIdRequest Good = new()
    {
        OrganisationDisplayName = "Beispielstadt",
        OnlineServiceId = "BMI-0000",
        Attributes = [new SamlRequestedAttribute { Attribute = EidAttribute.FamilyName, Required = true, Purpose = "Bescheid" }],
    };

    private static readonly Dictionary<string, (BundIdRequest Request, SamlServiceProvider Provider, string? Registered, string? Code, SamlFindingSeverity Severity)> Cases = new()
    {
        ["good"] = (Good, Parties.ServiceProvider, Parties.EntityId, null, default),
        ["no name"] = (Good with { OrganisationDisplayName = " " }, Parties.ServiceProvider, null, "organization-display-name-missing", SamlFindingSeverity.Error),
        ["fifty characters"] = (Good with { OrganisationDisplayName = new string('a', 50) }, Parties.ServiceProvider, null, null, default),
        ["fifty-one characters"] = (Good with { OrganisationDisplayName = new string('a', 51) }, Parties.ServiceProvider, null, "lint-organization-display-name-long", SamlFindingSeverity.Warning),
        ["no service id"] = (Good with { OnlineServiceId = "" }, Parties.ServiceProvider, null, "lint-online-service-id-missing", SamlFindingSeverity.Error),
        ["language"] = (Good with { Language = "fr" }, Parties.ServiceProvider, null, "lint-language", SamlFindingSeverity.Error),
        ["unknown attribute"] = (Asking(EidAttribute.RegisterCourt), Parties.ServiceProvider, null, "requested-attributes-missing-name", SamlFindingSeverity.Error),
        ["nameless attribute"] = (Asking(null), Parties.ServiceProvider, null, "requested-attributes-missing-name", SamlFindingSeverity.Error),
        ["no purpose"] = (Asking(EidAttribute.FamilyName, purpose: " "), Parties.ServiceProvider, null, "lint-purpose-missing", SamlFindingSeverity.Error),
        ["required pseudonym"] = (Asking(EidAttribute.Pseudonym), Parties.ServiceProvider, null, "lint-hides-guest-login", SamlFindingSeverity.Warning),
        ["required mailbox"] = (Asking(EidAttribute.Mailbox), Parties.ServiceProvider, null, "lint-hides-guest-login", SamlFindingSeverity.Warning),
        ["attribute twice"] = (Good with { Attributes = [Good.Attributes[0], Good.Attributes[0]] }, Parties.ServiceProvider, null, "lint-attribute-twice", SamlFindingSeverity.Error),
        ["method twice"] = (Good with { Methods = [BundIdMethod.EID, BundIdMethod.EID] }, Parties.ServiceProvider, null, "lint-method-twice", SamlFindingSeverity.Warning),
        ["back elsewhere"] = (Good with { BackAddress = new Uri("https://elsewhere.example/") }, Parties.ServiceProvider, null, "lint-back-address", SamlFindingSeverity.Error),
        ["back without https"] = (Good with { BackAddress = new Uri("http://hundesteuer.beispielstadt.example/") }, Parties.ServiceProvider, null, "lint-back-address", SamlFindingSeverity.Error),
        ["back here"] = (Good with { BackAddress = new Uri("https://hundesteuer.beispielstadt.example/zurueck") }, Parties.ServiceProvider, null, null, default),
        ["host changed"] = (Good, Parties.ServiceProvider, "https://alt.beispielstadt.example/saml", "lint-entity-id-host-changed", SamlFindingSeverity.Error),
        ["path changed"] = (Good, Parties.ServiceProvider, "https://hundesteuer.beispielstadt.example/old", "lint-entity-id-changed", SamlFindingSeverity.Warning),
        ["port"] = (Good, Parties.ServiceProvider with { EntityId = "https://hundesteuer.beispielstadt.example:8443/saml" }, null, "lint-entity-id", SamlFindingSeverity.Error),
        ["port of https"] = (Good, Parties.ServiceProvider with { EntityId = "https://hundesteuer.beispielstadt.example:443/saml" }, null, "lint-entity-id", SamlFindingSeverity.Error),
        ["no https"] = (Good, Parties.ServiceProvider with { EntityId = "http://hundesteuer.beispielstadt.example/saml" }, null, "lint-entity-id", SamlFindingSeverity.Error),
        ["no address"] = (Good, Parties.ServiceProvider with { EntityId = "hundesteuer" }, null, "lint-entity-id", SamlFindingSeverity.Error),
        ["nothing to decrypt with"] = (Good, Parties.ServiceProvider with { DecryptionCertificates = [] }, null, "lint-no-decryption-key", SamlFindingSeverity.Error),
        ["one key for both"] = (Good, Parties.ServiceProvider with { DecryptionCertificates = [Parties.ServiceProvider.SigningCertificate] }, null, "lint-one-key-for-both", SamlFindingSeverity.Warning),
    };

    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Settings_are_looked_at_before_anything_is_sent(string name)
    {
        var (request, provider, registered, code, severity) = Cases[name];

        var findings = BundIdLinter.Check(request, provider, registered);

        if (code is null)
            findings.Should().BeEmpty();
        else
            findings.Should().ContainSingle().Which.Should().Match<SamlFinding>(finding => finding.Code == code && finding.Severity == severity && finding.Message.EndsWith('.'));
    }

    private static BundIdRequest Asking(EidAttribute? attribute, string purpose = "Bescheid") =>
        Good with { Attributes = [new SamlRequestedAttribute { Attribute = attribute, Required = true, Purpose = purpose }] };
}
