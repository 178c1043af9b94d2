using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Tests.Sandbox.Eid.Saml;

/// <summary>Which requests the identity providers take, and by which code they refuse the others.</summary>
public sealed class SamlRequestTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IDisposable
{
    private const string Name = "<ui:OrganizationDisplayName>Beispielstadt</ui:OrganizationDisplayName>";
    private const string ServiceId = "<ui:OnlineServiceId>BMI-9999-0001</ui:OnlineServiceId>";
    private readonly SamlClientByHand _client = SamlClientByHand.BundId(sandbox.Server);

    private static readonly Dictionary<string, (RequestByHand Request, string Code)> Refused = new()
    {
        ["no extension"] = (new() { ExtensionVersion = null }, "akdb-extension-missing"),
        ["extension of version 1"] = (new() { ExtensionVersion = "1" }, "akdb-extension-v1-deprecated"),
        ["no attributes"] = (new() { Attributes = "" }, "requested-attributes-empty"),
        ["an attribute without a name"] = (new() { Attributes = "<akdb:RequestedAttribute/>" }, "requested-attributes-missing-name"),
        ["no method"] = (new() { Methods = "<akdb:AuthnMethods/>" }, "empty-authentication-methods"),
        ["every method off"] = (new() { Methods = $"<akdb:AuthnMethods>{RequestByHand.Method("eID", enabled: false)}</akdb:AuthnMethods>" }, "empty-authentication-methods"),
        ["no name"] = (new() { Display = ServiceId }, "organization-display-name-missing"),
        ["an empty name"] = (new() { Display = "<ui:OrganizationDisplayName> </ui:OrganizationDisplayName>" + ServiceId }, "organization-display-name-missing"),
        ["markup in the purpose"] = (new() { Display = Name + ServiceId + "<ui:Purpose>&lt;script&gt;</ui:Purpose>" }, "purpose-does-not-support-restricted-html"),
        ["no service id"] = (new() { Display = Name }, "sandbox-online-service-id-missing"),
        ["an unknown method"] = (new() { Methods = $"<akdb:AuthnMethods>{RequestByHand.Method("Handschlag")}</akdb:AuthnMethods>" }, "sandbox-method-unknown"),
        ["an unknown attribute"] = (new() { Attributes = RequestByHand.Attribute("surname") }, "sandbox-attribute-unknown"),
        ["the old pseudonym"] = (new() { Attributes = RequestByHand.Attribute("urn:oid:1.2.40.0.10.2.1.1.149") }, "sandbox-attribute-deprecated"),
        ["an unknown level"] = (new() { Context = "STORK-QAA-Level-5" }, "sandbox-level-unknown"),
        ["another comparison"] = (new() { Comparison = "exact" }, "sandbox-level-unknown"),
        ["another application"] = (new() { Issuer = "https://elsewhere.example/saml" }, "sandbox-service-provider-unknown"),
        ["another destination"] = (new() { Destination = "https://elsewhere.example/sso" }, "sandbox-destination-wrong"),
        ["too old"] = (new() { Age = TimeSpan.FromMinutes(6) }, "sandbox-request-not-of-now"),
        ["from the future"] = (new() { Age = TimeSpan.FromMinutes(-6) }, "sandbox-request-not-of-now"),
        ["another binding"] = (new() { Binding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact" }, "sandbox-answer-binding-unsupported"),
        ["answer to elsewhere"] = (new() { AnswerAddress = "https://elsewhere.example/" }, "sandbox-answer-address-elsewhere"),
        ["answer to a script"] = (new() { AnswerAddress = "javascript:alert(1)" }, "sandbox-answer-address-elsewhere"),
        ["another message"] = (new() { Root = "LogoutRequest" }, "sandbox-request-malformed"),
        ["an identifier that is none"] = (new() { Id = "1 2" }, "sandbox-request-malformed"),
    };

    public static TheoryData<string> RefusedNames => new(Refused.Keys);

    public void Dispose() => _client.Dispose();

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public async Task A_request_that_is_not_in_order_leads_to_an_error_page(string name)
    {
        using var answer = await _client.PostAsync(Refused[name].Request);

        SamlClientByHand.CodeOf(answer).Should().Be(Refused[name].Code);
        using var page = await _client.OpenAsync(answer.Headers.Location!.OriginalString);
        page.StatusCode.Should().Be(System.Net.HttpStatusCode.BadRequest);
        (await page.Content.ReadAsStringAsync()).Should().Contain(Refused[name].Code);
    }

    [Fact]
    public async Task An_error_page_shows_known_codes_only()
    {
        using var page = await _client.OpenAsync("/bundid/error?idp.code=<b>x</b>");

        page.StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(XmlByHand.Pss)]
    [InlineData(XmlByHand.RsaSha256)]
    public async Task Both_signatures_are_taken_by_both_bindings(string algorithm)
    {
        using var posted = await _client.PostAsync(new RequestByHand(), algorithm);
        using var redirected = await _client.RedirectAsync(_client.Query(new RequestByHand(), algorithm));
        using var lowerCase = await _client.RedirectAsync(_client.Query(new RequestByHand(), algorithm, LowerCase));

        new[] { posted, redirected, lowerCase }.Select(SamlClientByHand.CodeOf).Should().AllSatisfy(code => code.Should().BeNull("the octets of the query are signed as they are"));
    }

    [Fact]
    public async Task The_relay_state_of_a_redirect_comes_back()
    {
        using var begun = await _client.RedirectAsync(_client.Query(new RequestByHand()));
        using var answer = await _client.ChooseAsync(await SamlClientByHand.PageAsync(begun), "person", "erika");

        new AnswerByHand(_client, await SamlClientByHand.PageAsync(answer)).RelayState.Should().Be("a b/ü");
    }

    [Fact]
    public async Task Applications_send_requests_from_their_own_pages_and_decide_nothing_from_there()
    {
        var message = new RequestByHand().ToXml(_client.SignOn.AbsoluteUri);
        XmlByHand.SignEnveloped(message, _client.Signing, XmlByHand.Pss);
        var request = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(message.OuterXml));

        (await _client.SendFromElsewhereAsync("/bundid/sso", new() { ["SAMLRequest"] = request })).Should().Be(System.Net.HttpStatusCode.OK);
        (await _client.SendFromElsewhereAsync("/bundid/choose", new() { ["ticket"] = "0" })).Should().Be(System.Net.HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_a_signature_nothing_counts()
    {
        using var posted = await _client.PostAsync(new RequestByHand().ToXml(_client.SignOn.AbsoluteUri));
        using var redirected = await _client.RedirectAsync("SAMLRequest=" + Uri.EscapeDataString(SamlClientByHand.Deflated(new RequestByHand().ToXml(_client.SignOn.AbsoluteUri).OuterXml)));

        new[] { posted, redirected }.Select(SamlClientByHand.CodeOf).Should().AllBe("saml-request-not-signed");
    }

    [Fact]
    public async Task A_signature_of_somebody_else_is_refused()
    {
        using var key = RSA.Create(2048);
        using var somebody = new CertificateRequest("CN=somebody", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        using var posted = await _client.PostAsync(new RequestByHand(), signer: somebody);

        SamlClientByHand.CodeOf(posted).Should().Be("sandbox-signature-wrong");
    }

    [Fact]
    public async Task What_was_changed_after_the_signature_is_refused()
    {
        var message = new RequestByHand().ToXml(_client.SignOn.AbsoluteUri);
        XmlByHand.SignEnveloped(message, _client.Signing, XmlByHand.Pss);
        message.SetAttribute("AssertionConsumerServiceURL", "http://localhost:6666/");
        using var posted = await _client.PostAsync(message);
        using var redirected = await _client.RedirectAsync(_client.Query(new RequestByHand()).Replace("RelayState=a", "RelayState=b", StringComparison.Ordinal));

        new[] { posted, redirected }.Select(SamlClientByHand.CodeOf).Should().AllBe("sandbox-signature-wrong");
    }

    [Theory]
    [InlineData("SignatureValue", "")]
    [InlineData("SignatureValue", "AAAA")]
    [InlineData("SignatureValue", "no base64")]
    [InlineData("SignedInfo", "")]
    [InlineData("DigestValue", "")]
    public async Task A_signature_with_parts_that_are_none_is_refused(string part, string text)
    {
        var message = new RequestByHand().ToXml(_client.SignOn.AbsoluteUri);
        XmlByHand.SignEnveloped(message, _client.Signing, XmlByHand.Pss);
        message.GetElementsByTagName(part, XmlByHand.Dsig).Item(0)!.InnerText = text;
        using var posted = await _client.PostAsync(message);

        SamlClientByHand.CodeOf(posted).Should().Be("sandbox-signature-wrong");
    }

    [Fact]
    public async Task A_signature_over_another_element_is_refused()
    {
        var message = new RequestByHand().ToXml(_client.SignOn.AbsoluteUri);
        XmlByHand.SignEnveloped(message, _client.Signing, XmlByHand.Pss, reference: "");
        using var wholeDocument = await _client.PostAsync(message);
        var twice = new RequestByHand().ToXml(_client.SignOn.AbsoluteUri);
        twice.Only("RequestedAuthnContext").SetAttribute("Id", twice.GetAttribute("ID"));
        XmlByHand.SignEnveloped(twice, _client.Signing, XmlByHand.Pss);
        using var ambiguous = await _client.PostAsync(twice);

        new[] { wholeDocument, ambiguous }.Select(SamlClientByHand.CodeOf).Should().AllBe("sandbox-signature-wrong");
    }

    [Fact]
    public async Task Hostile_input_is_malformed_and_nothing_more()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000));
        var bomb = $"<a>{new string('x', 4_000_000)}</a>";
        var doctype = """<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>""";
        string[] queries =
        [
            "", "SAMLRequest", "SAMLRequest=%", "SAMLRequest=AAAA", "SAMLRequest=a&SAMLRequest=b",
            .. new[] { deep, bomb, doctype, "no xml" }.Select(text => "SAMLRequest=" + Uri.EscapeDataString(SamlClientByHand.Deflated(text))),
        ];
        foreach (var query in queries)
        {
            using var answer = await _client.RedirectAsync(query);
            SamlClientByHand.CodeOf(answer).Should().Be("sandbox-request-malformed", query.Length < 100 ? query : "long");
        }
    }

    [Fact]
    public async Task A_relay_state_has_eighty_octets_at_most()
    {
        var message = new RequestByHand().ToXml(_client.SignOn.AbsoluteUri);
        XmlByHand.SignEnveloped(message, _client.Signing, XmlByHand.Pss);
        using var longest = await _client.PostAsync(message, new string('x', 80));
        using var longer = await _client.PostAsync(message, new string('x', 79) + "ü");

        (SamlClientByHand.CodeOf(longest), SamlClientByHand.CodeOf(longer)).Should().Be((null, "sandbox-relay-state-too-long"));
    }

    private static string LowerCase(string text) => System.Text.RegularExpressions.Regex.Replace(Uri.EscapeDataString(text), "%[0-9A-F]{2}", escape => escape.Value.ToLowerInvariant());
}
