using System.Globalization;
using System.Xml;

namespace BaseComponents.Tests.Sandbox.Eid.Saml;

/// <summary>Each scripted fault is what its name says, once, and the answer after it is right again.</summary>
public sealed class SamlFaultTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IDisposable
{
    private static readonly RequestByHand Asked = new() { Id = "_asked" };

    private static readonly Dictionary<string, Action<AnswerByHand>> Common = new()
    {
        ["unsigned"] = answer => new[] { answer.Response, answer.Assertion }.Should().OnlyContain(element => !element.Children("Signature").Any()),
        ["attacker-key"] = answer => answer.IsResponseSigned.Should().BeFalse(),
        ["rotated-key"] = answer => answer.IsResponseSigned.Should().BeFalse(),
        ["expired-certificate"] = answer => answer.IsResponseSigned.Should().BeFalse(),
        ["sha1"] = answer => (answer.IsResponseSigned, Method(answer.Response)).Should().Be((true, XmlByHand.Dsig + "rsa-sha1")),
        ["rsa-sha256"] = answer => (answer.IsResponseSigned, Method(answer.Response)).Should().Be((true, XmlByHand.RsaSha256)),
        ["tampered"] = answer => (answer.IsResponseSigned, FirstValue(answer.Assertion)).Should().Be((false, "ANGREIFER")),
        ["plain-assertion"] = answer => (answer.IsResponseSigned, answer.Response.Children("Assertion").Count()).Should().Be((true, 1)),
        ["cbc"] = answer => (answer.IsResponseSigned, answer.Response.Only("EncryptedAssertion", "EncryptedData", "EncryptionMethod").GetAttribute("Algorithm"), answer.Assertions.Count).Should().Be((true, XmlByHand.Xenc + "aes256-cbc", 1)),
        ["oaep-sha256"] = answer => (answer.IsResponseSigned, answer.Assertions.Count, KeyTransport(answer)).Should().Be((true, 1, XmlByHand.Xenc11 + "rsa-oaep")),
        ["old-decryption-key"] = answer => (answer.IsResponseSigned, answer.Assertions.Count).Should().Be((true, 1)),
        ["signing-key-encryption"] = answer => (answer.IsResponseSigned, answer.Assertions.Count).Should().Be((true, 0)),
        ["wrong-audience"] = answer => (answer.IsResponseSigned, answer.Assertion.Only("Conditions", "AudienceRestriction", "Audience").InnerText == Asked.Issuer).Should().Be((true, false)),
        ["wrong-recipient"] = answer => (answer.IsResponseSigned, Confirmation(answer, "Recipient") == Asked.AnswerAddress).Should().Be((true, false)),
        ["wrong-destination"] = answer => (answer.IsResponseSigned, answer.Response.GetAttribute("Destination") == Asked.AnswerAddress).Should().Be((true, false)),
        ["wrong-issuer"] = answer => new[] { answer.Response, answer.Assertion }.Should().OnlyContain(element => element.Only("Issuer").InnerText.EndsWith("-of-somebody-else", StringComparison.Ordinal)),
        ["wrong-request"] = answer => answer.Response.GetAttribute("InResponseTo").Should().Be(Confirmation(answer, "InResponseTo")).And.NotBe(Asked.Id).And.NotBeEmpty(),
        ["unsolicited"] = answer => (answer.Response.HasAttribute("InResponseTo"), Confirmation(answer, "InResponseTo")).Should().Be((false, "")),
        ["expired"] = answer => Time(answer.Assertion.Only("Conditions"), "NotOnOrAfter").Should().BeBefore(Now.AddHours(-1)),
        ["not-yet"] = answer => Time(answer.Assertion.Only("Conditions"), "NotBefore").Should().BeAfter(Now.AddHours(1)),
        ["stale-authentication"] = answer => Time(answer.Assertion.Only("AuthnStatement"), "AuthnInstant").Should().BeBefore(Now.AddHours(-1)),
        ["duplicate-attribute"] = answer => answer.Attributes.GroupBy(attribute => attribute.GetAttribute("Name")).Should().ContainSingle(group => group.Count() == 2),
        ["provider-error"] = answer => (answer.IsResponseSigned, answer.StatusCode, answer.Assertions.Count).Should().Be((true, "Responder", 0)),
        ["doctype"] = answer => answer.Text.Should().StartWith("<!DOCTYPE"),
        ["huge"] = answer => (answer.IsResponseSigned, answer.Text.Length > 8_000_000).Should().Be((true, true)),
        ["wrapped-response"] = answer =>
        {
            (answer.IsResponseSigned, FirstValue(answer.Assertion)).Should().Be((false, "ANGREIFER"));
            Wrapped(answer.Response).GetAttribute("ID").Should().Be(Reference(answer.Response)).And.NotBe(answer.Response.GetAttribute("ID"));
        },
        ["wrapped-sibling"] = answer =>
        {
            answer.Assertions.Select(assertion => FirstValue(assertion) == "ANGREIFER").Should().Equal(true, false);
            answer.Assertions.Select(assertion => assertion.Children("Signature").Any()).Should().Equal(false, true);
        },
        ["wrapped-object"] = answer =>
        {
            FirstValue(answer.Assertion).Should().Be("ANGREIFER");
            Wrapped(answer.Assertion).GetAttribute("ID").Should().Be(Reference(answer.Assertion)).And.NotBe(answer.Assertion.GetAttribute("ID"));
        },
    };

    private static readonly Dictionary<string, Action<AnswerByHand>> OfBundId = new(Common)
    {
        ["missing-attribute"] = answer => (answer.IsAssertionSigned, answer.Attributes.Any(attribute => attribute.GetAttribute("Name") == RequestByHand.GivenName)).Should().Be((true, false)),
        ["level-too-low"] = answer => answer.ContextClasses.Should().Equal("STORK-QAA-Level-1"),
        ["two-levels"] = answer => answer.ContextClasses.Should().Equal("STORK-QAA-Level-4", "STORK-QAA-Level-1"),
        ["unknown-level"] = answer => answer.ContextClasses.Should().Equal("STORK-QAA-Level-5"),
        ["other-method"] = answer => answer["urn:oid:1.3.6.1.4.1.25484.494450.2"].Should().Be("Benutzername"),
        ["swapped-names"] = answer => (answer[RequestByHand.Surname], answer.Attributes.Single(attribute => attribute.GetAttribute("Name") == RequestByHand.Surname).GetAttribute("FriendlyName")).Should().Be(("MUSTERMANN", "givenName")),
        ["without-trust-level"] = answer => answer.Attributes.Should().OnlyContain(attribute => attribute.GetAttribute("TrustLevel", "https://www.akdb.de/request/2018/09") == ""),
    };

    private static readonly Dictionary<string, Action<AnswerByHand>> OfUnternehmenskonto = new(Common)
    {
        ["missing-attribute"] = answer => answer["Firmenname"].Should().BeNull(),
        ["level-too-low"] = answer => (answer["ElsterVertrauensniveauIdentifizierung"], answer["ElsterVertrauensniveauAuthentifizierung"]).Should().Be(("niedrig", "niedrig")),
        ["two-levels"] = answer => (answer["ElsterVertrauensniveauIdentifizierung"], answer["ElsterVertrauensniveauAuthentifizierung"]).Should().Be(("substanziell", "niedrig")),
        ["unknown-level"] = answer => answer["ElsterVertrauensniveauIdentifizierung"].Should().Be("besonders hoch"),
        ["test-account"] = answer => answer["IstTestkonto"].Should().Be("true"),
    };

    public static TheoryData<string> BundIdNames => new(OfBundId.Keys);

    public static TheoryData<string> UnternehmenskontoNames => new(OfUnternehmenskonto.Keys);

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Theory]
    [MemberData(nameof(BundIdNames))]
    public async Task Of_bundid(string fault)
    {
        using var client = SamlClientByHand.BundId(sandbox.Server);
        var request = Asked with { Attributes = Asked.Attributes + RequestByHand.Attribute("urn:oid:1.3.6.1.4.1.25484.494450.2") };
        await client.ArmAsync(fault);

        OfBundId[fault](await client.LogInAsync("erika", request));
        var after = await client.LogInAsync("erika", request);
        (after.IsResponseSigned, after.IsAssertionSigned, Method(after.Response), after[RequestByHand.GivenName]).Should().Be((true, true, XmlByHand.Pss, "ERIKA"));
    }

    [Theory]
    [MemberData(nameof(UnternehmenskontoNames))]
    public async Task Of_the_unternehmenskonto(string fault)
    {
        using var client = SamlClientByHand.Unternehmenskonto(sandbox.Server);
        var request = Asked with { ExtensionVersion = null };
        await client.ArmAsync(fault);

        OfUnternehmenskonto[fault](await client.LogInAsync("musterbau", request));
        var after = await client.LogInAsync("musterbau", request);
        (after.IsResponseSigned, after.IsAssertionSigned, Method(after.Response), after["Firmenname"]).Should().Be((true, null, XmlByHand.Pss, "Musterbau GmbH"));
    }

    [Fact]
    public async Task The_answer_before_comes_once_more()
    {
        using var client = SamlClientByHand.BundId(sandbox.Server);
        var first = await client.LogInAsync("erika");
        await client.ArmAsync("replayed");
        var replayed = await client.LogInAsync("ben");
        var after = await client.LogInAsync("ben");

        replayed.Value.Should().Be(first.Value);
        after.Value.Should().NotBe(first.Value);
    }

    [Fact]
    public async Task Without_a_certificate_for_the_card_there_is_an_error_page()
    {
        using var client = SamlClientByHand.BundId(sandbox.Server);
        await client.ArmAsync("missing-berca");
        using var refused = await client.PostAsync(new RequestByHand());
        using var after = await client.PostAsync(new RequestByHand());

        (SamlClientByHand.CodeOf(refused), SamlClientByHand.CodeOf(after)).Should().Be(("missing-berca", null));
    }

    [Fact]
    public async Task Every_fault_is_tried_here()
    {
        using var client = SamlClientByHand.BundId(sandbox.Server);
        var known = System.Text.Json.JsonElement.Parse(await client.GetAsync("/_sandbox/faults")).GetProperty("known").EnumerateObject().Select(fault => fault.Name);

        known.Where(name => name.StartsWith("bundid.", StringComparison.Ordinal) || name.StartsWith("unternehmenskonto.", StringComparison.Ordinal)).Should().BeEquivalentTo(
            [.. OfBundId.Keys.Select(name => "bundid." + name), .. OfUnternehmenskonto.Keys.Select(name => "unternehmenskonto." + name), "bundid.replayed", "unternehmenskonto.replayed", "bundid.missing-berca"]);
    }

    public void Dispose()
    {
        using var client = new HttpClient();
        client.Send(new HttpRequestMessage(HttpMethod.Delete, new Uri(sandbox.Server.Address, "/_sandbox/faults"))).Dispose();
    }

    private static string Method(XmlElement element) => element.Only("Signature", "SignedInfo", "SignatureMethod").GetAttribute("Algorithm");

    private static string Reference(XmlElement element) => element.Only("Signature", "SignedInfo", "Reference").GetAttribute("URI")[1..];

    private static XmlElement Wrapped(XmlElement element) => element.Only("Signature", "Object").ChildNodes.OfType<XmlElement>().Single();

    private static string KeyTransport(AnswerByHand answer) =>
        answer.Response.Only("EncryptedAssertion", "EncryptedData", "KeyInfo", "EncryptedKey", "EncryptionMethod").GetAttribute("Algorithm");

    private static string FirstValue(XmlElement assertion) => assertion.Only("AttributeStatement").Children("Attribute").First().Only("AttributeValue").InnerText;

    private static string Confirmation(AnswerByHand answer, string name) => answer.Assertion.Only("Subject", "SubjectConfirmation", "SubjectConfirmationData").GetAttribute(name);

    private static DateTimeOffset Time(XmlElement element, string name) => DateTimeOffset.Parse(element.GetAttribute(name), CultureInfo.InvariantCulture);
}
