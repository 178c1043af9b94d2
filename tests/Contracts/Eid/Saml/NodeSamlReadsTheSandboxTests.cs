using System.Text.RegularExpressions;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Contracts.Eid.Saml;

/// <summary>
/// The Sandbox's answers consumed by node-saml: RSASSA-PSS, AES-256-GCM, RSA-OAEP. Its xml-encryption (3.1) does not know the RSA-OAEP of
/// XML Encryption 1.1: that form is opened and verified by xml-encryption 6 and xml-crypto themselves.
/// </summary>
public sealed class NodeSamlReadsTheSandboxTests(RunningSandbox sandbox) : SamlOnSandbox(sandbox)
{
    [Theory]
    [InlineData("BundId", "Anmelden als Erika", "urn:oid:2.5.4.4", "MUSTERMANN")]
    [InlineData("BundId", "Anmelden als Zoë", "urn:oid:2.5.4.4", "WEIẞ-ĐẶNG M\u0302BANGO\u0303")]
    [InlineData("Unternehmenskonto", "Anmelden als Musterbau", "Firmenname", "Musterbau GmbH")]
    public async Task It_accepts_what_is_right(string scheme, string person, string attribute, string value)
    {
        var answer = await CaptureAsync(scheme, person);

        var result = (await Peers.NodeOrSkipAsync(answer.Consume()))[0];

        result.Error.Should().BeNull();
        answer.Text.Should().Contain(ForeignDocument.Pss256).And.Contain("aes256-gcm").And.Contain(ForeignDocument.Mgf1p);
        result.Value!.Value.GetProperty("attributes").GetProperty(attribute).GetString().Should().Be(value);
    }

    [Fact]
    public async Task It_accepts_the_older_signature()
    {
        await ArmAsync("bundid.rsa-sha256");

        (await Peers.NodeOrSkipAsync((await CaptureAsync("BundId", "Anmelden als Erika")).Consume()))[0].Error.Should().BeNull();
    }

    [Fact]
    public async Task It_refuses_what_was_changed_or_is_not_meant_for_it()
    {
        var answer = await CaptureAsync("BundId", "Anmelden als Erika");
        var content = Regex.Match(answer.Text, "CipherValue>([A-Za-z0-9+/]{200})").Groups[1].Index;

        var results = await Peers.NodeOrSkipAsync(
            answer.Consume(),
            answer.Consume(text: answer.Text.Replace("Version=\"2.0\"", "Version=\"2.1\"", StringComparison.Ordinal)),
            answer.Consume(text: answer.Text.Remove(content, 1).Insert(content, answer.Text[content] is 'A' ? "B" : "A")),
            answer.Consume(entityId: "https://other.example/saml"),
            answer.Consume(requestId: "_another"),
            answer.Consume(identityProviderPem: Parties.Attacker.ExportCertificatePem()));

        results[0].Error.Should().BeNull();
        results.Skip(1).Select(result => result.Error).Should().BeEquivalentTo(
            ["Invalid document signature", "Invalid document signature", "SAML assertion audience mismatch*", "InResponseTo is not valid", "Invalid document signature"],
            options => options.WithStrictOrdering().Using<string>(context => context.Subject.Should().Match(context.Expectation)).WhenTypeIs<string>());
    }

    [Fact]
    public async Task The_newer_key_transport_it_does_not_know_and_the_libraries_below_it_do()
    {
        await ArmAsync("bundid.oaep-sha256");
        var answer = await CaptureAsync("BundId", "Anmelden als Erika");
        var opened = await Peers.NodeOrSkipAsync(
            answer.Consume(),
            new { work = "verify", xml = answer.Text, certificate = answer.IdentityProviderPem },
            new { work = "decrypt", xml = answer.EncryptedAssertion, key = answer.DecryptionPem });

        opened[0].Error.Should().Be("key encryption algorithm http://www.w3.org/2009/xmlenc11#rsa-oaep not supported");
        opened[1].Text.Should().Contain("EncryptedAssertion");
        var assertion = opened[2].Text;
        var verified = await Peers.NodeOrSkipAsync(
            new { work = "verify", xml = assertion, certificate = answer.IdentityProviderPem },
            new { work = "verify", xml = assertion.Replace("MUSTERMANN", "MALLORY", StringComparison.Ordinal), certificate = answer.IdentityProviderPem },
            new { work = "verify", xml = assertion, certificate = Parties.Attacker.ExportCertificatePem() });
        verified[0].Text.Should().Contain("MUSTERMANN");
        verified[1].Error.Should().NotBeNull();
        verified[2].Error.Should().NotBeNull();
    }

    private async Task<CapturedAnswer> CaptureAsync(string scheme, string person)
    {
        await Browser.GoAsync(new Uri(Application.Address, $"/login/{scheme}"));
        await Browser.PressAsync("Weiter zur Anmeldung");
        await Browser.PressAsync(person);
        return new CapturedAnswer(Browser.Text, Sandbox.Configuration.GetSection("BaseComponents:Eid:" + scheme));
    }
}
