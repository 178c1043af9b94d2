using System.Globalization;
using System.Text.Json;

namespace BaseComponents.Tests.Sandbox.Eid.Saml;

/// <summary>BundID as an application written by hand sees it.</summary>
public sealed class BundIdTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IDisposable
{
    private const string Level = "urn:oid:1.2.40.0.10.2.1.1.261.94";
    private readonly SamlClientByHand _client = SamlClientByHand.BundId(sandbox.Server);

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_assertion_is_signed_and_encrypted_and_the_response_signed_around_it()
    {
        var answer = await _client.LogInAsync("erika");

        (answer.IsAssertionSigned, answer.IsResponseSigned).Should().Be((true, true));
        foreach (var signed in new[] { answer.Response, answer.Assertion })
            signed.Only("Signature", "SignedInfo", "SignatureMethod").GetAttribute("Algorithm").Should().Be(XmlByHand.Pss);
        var data = answer.Response.Only("EncryptedAssertion", "EncryptedData");
        data.Only("EncryptionMethod").GetAttribute("Algorithm").Should().Be(XmlByHand.Xenc11 + "aes256-gcm");
        data.Only("KeyInfo", "EncryptedKey", "EncryptionMethod").GetAttribute("Algorithm").Should().Be(XmlByHand.Xenc + "rsa-oaep-mgf1p");
        answer.Text.Should().NotContain("MUSTERMANN").And.NotContain("ERIKA");
    }

    [Fact]
    public async Task Everything_stands_in_the_order_of_the_schema_and_belongs_to_the_request()
    {
        var request = new RequestByHand();
        var answer = await _client.LogInAsync("erika", request);

        Names(answer.Response).Should().Equal("Issuer", "Signature", "Status", "EncryptedAssertion");
        Names(answer.Assertion).Should().Equal("Issuer", "Signature", "Subject", "Conditions", "AuthnStatement", "AttributeStatement");
        answer.Form.GetAttribute("action").Should().Be(request.AnswerAddress);
        answer.RelayState.Should().Be("relay");
        (answer.Response.GetAttribute("InResponseTo"), answer.Response.GetAttribute("Destination"), answer.StatusCode).Should().Be((request.Id, request.AnswerAddress, "Success"));
        var confirmation = answer.Assertion.Only("Subject", "SubjectConfirmation", "SubjectConfirmationData");
        (confirmation.GetAttribute("InResponseTo"), confirmation.GetAttribute("Recipient")).Should().Be((request.Id, request.AnswerAddress));
        answer.Assertion.Only("Conditions", "AudienceRestriction", "Audience").InnerText.Should().Be(request.Issuer);
        new[] { answer.Response, answer.Assertion }.Select(element => element.Only("Issuer").InnerText).Should().AllBe(_client["IdentityProvider:EntityId"]);
        (Time(answer.Assertion.Only("Conditions"), "NotOnOrAfter") - Time(answer.Assertion.Only("Conditions"), "NotBefore")).Should().Be(TimeSpan.FromMinutes(5));
        answer.Assertion.Only("Subject", "NameID").GetAttribute("Format").Should().EndWith(":transient");
    }

    [Fact]
    public async Task A_relative_is_somebody_else_and_the_same_each_time()
    {
        var request = new RequestByHand { Attributes = RequestByHand.Attribute(RequestByHand.Surname) + RequestByHand.Attribute(RequestByHand.Bpk2) };
        var (erika, xyz, again) = (await _client.LogInAsync("erika", request), await _client.LogInAsync("erika-xyz", request), await _client.LogInAsync("erika-xyz", request));

        xyz[RequestByHand.Surname].Should().Be("MUSTERMANN-XYZ");
        xyz[RequestByHand.Bpk2].Should().NotBeNull().And.Be(again[RequestByHand.Bpk2]).And.NotBe(erika[RequestByHand.Bpk2]);
    }

    [Theory]
    [InlineData("erika-")]
    [InlineData("erika-XYZ")]
    [InlineData("erika-abcdefghijklmnopq")]
    [InlineData("erika-x<y")]
    [InlineData("carla-xyz")]
    [InlineData("musterbau-xyz")]
    [InlineData("nobody-xyz")]
    public async Task Nobody_is_a_relative_of_just_anybody(string person) => (await _client.LogInAsync(person)).StatusCode.Should().NotBe("Success");

    [Fact]
    public async Task Attributes_are_named_by_oid_carry_their_trust_and_are_those_that_were_asked_for()
    {
        var answer = await _client.LogInAsync("zoe", new RequestByHand { Attributes = RequestByHand.Attribute(RequestByHand.Surname) + RequestByHand.Attribute("urn:oid:0.9.2342.19200300.100.1.3") });

        answer[RequestByHand.Surname].Should().Be("WEIẞ-ĐẶNG M\u0302BANGO\u0303");
        answer.Attributes.Select(attribute => attribute.GetAttribute("TrustLevel", "https://www.akdb.de/request/2018/09")).Should().Equal("HOCH", "UNTERGEORDNET");
        answer.Attributes.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("erika", "STORK-QAA-Level-4", "HOCH", "eID")]
    [InlineData("greta", "STORK-QAA-Level-3", "SUBSTANTIELL", "Elster")]
    [InlineData("giulia", "STORK-QAA-Level-3", "SUBSTANTIELL", "eIDAS")]
    [InlineData("lena", "STORK-QAA-Level-1", "UNTERGEORDNET", "Benutzername")]
    public async Task Each_method_has_its_level(string person, string level, string trust, string method)
    {
        var attributes = RequestByHand.Attribute(RequestByHand.GivenName) + RequestByHand.Attribute(Level) + RequestByHand.Attribute("urn:oid:1.3.6.1.4.1.25484.494450.2");
        var answer = await _client.LogInAsync(person, new RequestByHand { Attributes = attributes });

        answer.ContextClasses.Should().Equal(level);
        answer[Level].Should().Be(level);
        answer["urn:oid:1.3.6.1.4.1.25484.494450.2"].Should().Be(method);
        answer.Attributes[0].GetAttribute("TrustLevel", "https://www.akdb.de/request/2018/09").Should().Be(trust);
    }

    [Fact]
    public async Task The_pseudonym_stays_and_the_name_of_the_session_changes()
    {
        var (first, second, other) = (await _client.LogInAsync("erika"), await _client.LogInAsync("erika"), await _client.LogInAsync("ben"));

        first[RequestByHand.Bpk2].Should().MatchRegex("^[A-Za-z0-9_-]{43}$").And.Be(second[RequestByHand.Bpk2]).And.NotBe(other[RequestByHand.Bpk2]);
        first.Assertion.Only("Subject", "NameID").InnerText.Should().NotBe(second.Assertion.Only("Subject", "NameID").InnerText);
    }

    [Fact]
    public async Task A_guest_has_neither_pseudonym_nor_mailbox()
    {
        var request = new RequestByHand { Attributes = RequestByHand.Attribute(RequestByHand.Surname, required: true) + RequestByHand.Attribute(RequestByHand.Bpk2) + RequestByHand.Attribute(RequestByHand.Mailbox) };
        var account = await _client.LogInAsync("erika", request);
        var guest = await _client.LogInAsync("erika", request, field: "guest");

        account.Attributes.Should().HaveCount(3);
        guest.Attributes.Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_required_and_missing_denies_the_log_in_and_says_what()
    {
        var request = new RequestByHand { Attributes = RequestByHand.Attribute(RequestByHand.Surname, required: true) + RequestByHand.Attribute(RequestByHand.Birthdate, required: true) };
        var answer = await _client.LogInAsync("otto", request);

        (answer.StatusCode, answer.SubCode, answer.IsResponseSigned, answer.Assertions.Count).Should().Be(("Requester", "RequestDenied", true, 0));
        var error = JsonElement.Parse(answer.Response.Only("Status", "StatusDetail", "StatusDetail").InnerText).GetProperty("errors").EnumerateArray().Single();
        error.GetProperty("code").GetString().Should().Be("IDP_REQUIRED_ATTRIBUTES_MISSING");
        error.GetProperty("message").GetString().Should().Contain(RequestByHand.Birthdate + " ");
    }

    [Fact]
    public async Task Details_are_told_to_those_who_asked_for_them()
    {
        var answer = await _client.LogInAsync("otto", new RequestByHand { StatusDetail = false, Attributes = RequestByHand.Attribute(RequestByHand.Birthdate, required: true) });

        answer.SubCode.Should().Be("RequestDenied");
        answer.Response.Only("Status").Children("StatusDetail").Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("carla")]
    [InlineData("musterbau")]
    [InlineData("nobody-of-that-name")]
    public async Task Giving_up_is_an_answer_too(string person)
    {
        var answer = await _client.LogInAsync(person);

        (answer.StatusCode, answer.SubCode, answer.IsResponseSigned, answer.Assertions.Count).Should().Be(("Requester", "AuthnFailed", true, 0));
    }

    private static IEnumerable<string> Names(System.Xml.XmlElement element) => element.ChildNodes.OfType<System.Xml.XmlElement>().Select(child => child.LocalName);

    private static DateTimeOffset Time(System.Xml.XmlElement element, string name) => DateTimeOffset.Parse(element.GetAttribute(name), CultureInfo.InvariantCulture);
}
