using System.Text;
using BaseComponents.Eid;
using BaseComponents.Eid.Saml;
using BaseComponents.Eid.Saml.BundId;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>What is said about a request that some software has written already.</summary>
public sealed class BundIdMessageLinterTests
{
    private static readonly string Good = Write(Request());

    private static readonly Dictionary<string, (string Xml, string Code)> Deficient = new()
    {
        ["no signature"] = (Without(Good, "<ds:Signature ", "</ds:Signature>"), "saml-request-not-signed"),
        ["no extension"] = (Without(Good, "<samlp:Extensions>", "</samlp:Extensions>"), "akdb-extension-missing"),
        ["version 1"] = (Good.Replace("Version=\"2\"", "Version=\"1\"", StringComparison.Ordinal), "akdb-extension-v1-deprecated"),
        ["no attributes"] = (Without(Good, "<akdb:RequestedAttributes>", "</akdb:RequestedAttributes>"), "requested-attributes-empty"),
        ["nameless attribute"] = (Good.Replace("Name=\"urn:oid:2.5.4.4\"", "Name=\" \"", StringComparison.Ordinal), "requested-attributes-missing-name"),
        ["old pseudonym"] = (Good.Replace("urn:oid:2.5.4.4\"", "urn:oid:1.2.40.0.10.2.1.1.149\"", StringComparison.Ordinal), "lint-deprecated-pseudonym"),
        ["required pseudonym"] = (Good.Replace("urn:oid:2.5.4.4\"", "urn:oid:1.3.6.1.4.1.25484.494450.3\"", StringComparison.Ordinal), "lint-hides-guest-login"),
        ["no method"] = (Write(Request() with { Methods = [BundIdMethod.EID] }).Replace(">true</akdb:Enabled>", ">false</akdb:Enabled>", StringComparison.Ordinal), "empty-authentication-methods"),
        ["no name"] = (Good.Replace("Beispielstadt", " ", StringComparison.Ordinal), "organization-display-name-missing"),
        ["long name"] = (Good.Replace("Beispielstadt", new string('B', 51), StringComparison.Ordinal), "lint-organization-display-name-long"),
        ["no service id"] = (Good.Replace("BMI-0000", "", StringComparison.Ordinal), "lint-online-service-id-missing"),
        ["plain back address"] = (Write(Request() with { BackAddress = new Uri("http://hundesteuer.beispielstadt.example/") }), "lint-back-address"),
        ["no issuer"] = (Good.Replace($">{Parties.EntityId}<", "><", StringComparison.Ordinal), "lint-issuer-missing"),
        ["port in the issuer"] = (Good.Replace($">{Parties.EntityId}<", ">https://a.example:8443/<", StringComparison.Ordinal), "lint-entity-id"),
        ["another message"] = ("<a/>", "lint-no-request"),
        ["no XML"] = ("<a", "lint-unreadable"),
        ["a DTD"] = ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "lint-unreadable"),
    };

    public static TheoryData<string> Names => new(Deficient.Keys);

    [Fact]
    public void A_request_of_this_package_is_in_order() => BundIdMessageLinter.Check(Encoding.UTF8.GetBytes(Good)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_deficiency_has_its_code(string name) =>
        BundIdMessageLinter.Check(Encoding.UTF8.GetBytes(Deficient[name].Xml)).Should().ContainSingle().Which.Code.Should().Be(Deficient[name].Code);

    [Fact]
    public void A_request_by_redirect_is_signed_in_its_address() =>
        BundIdMessageLinter.Check(Encoding.UTF8.GetBytes(Deficient["no signature"].Xml), isSignedInAddress: true).Should().BeEmpty();

    private static BundIdRequest Request() => new()
    {
        OrganisationDisplayName = "Beispielstadt",
        OnlineServiceId = "BMI-0000",
        Attributes = [new SamlRequestedAttribute { Attribute = EidAttribute.FamilyName, Required = true, Purpose = "Bescheid" }],
    };

    private static string Write(BundIdRequest request)
    {
        var written = new SamlRequestWriter(Parties.ServiceProvider, Parties.Asked).Write(SamlProfile.BundId(request).Request(AssuranceLevel.Substantial), SamlBinding.Post, "relay");
        return Encoding.UTF8.GetString(Convert.FromBase64String(written.FormValue!));
    }

    private static string Without(string xml, string from, string to)
    {
        var (start, end) = (xml.IndexOf(from, StringComparison.Ordinal), xml.IndexOf(to, StringComparison.Ordinal) + to.Length);
        start.Should().BePositive();
        return xml[..start] + xml[end..];
    }
}
