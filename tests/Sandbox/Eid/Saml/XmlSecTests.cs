using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Tests.Sandbox.Eid.Saml;

/// <summary>xmlsec1, which nobody here wrote, reads what the identity providers write. Its version in use knows no RSASSA-PSS: signatures are tried in the older form.</summary>
public sealed class XmlSecTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IDisposable
{
    private const string Response = "urn:oasis:names:tc:SAML:2.0:protocol:Response";
    private const string Assertion = "urn:oasis:names:tc:SAML:2.0:assertion:Assertion";
    private readonly SamlClientByHand _client = SamlClientByHand.BundId(sandbox.Server);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xmlsec");

    [Fact]
    public async Task It_verifies_the_response_decrypts_the_assertion_and_verifies_that()
    {
        await _client.ArmAsync("rsa-sha256");
        var answer = await _client.LogInAsync("zoe");
        var (response, assertion, key) = (Write("response.xml", answer.Text), Path.Combine(_folder.FullName, "assertion.xml"), Write("key.pem", _client["DecryptionCertificates:0:Pem"]));

        (await VerifyAsync(response, Response, _client.IdentityProvider)).Should().Be(0);
        (await RunAsync("--decrypt", "--privkey-pem", key, "--output", assertion, Write("encrypted.xml", answer.Response.Only("EncryptedAssertion").OuterXml))).Should().Be(0);
        var opened = XmlByHand.Load(await File.ReadAllTextAsync(assertion)).Only("Assertion");
        opened.InnerText.Should().Contain("WEIẞ-ĐẶNG M\u0302BANGO\u0303");
        var alone = Write("alone.xml", opened.OuterXml);
        (await VerifyAsync(alone, Assertion, _client.IdentityProvider)).Should().Be(0);
    }

    [Fact]
    public async Task It_refuses_what_was_changed_and_another_key()
    {
        await _client.ArmAsync("rsa-sha256");
        var text = (await _client.LogInAsync("erika")).Text;

        (await VerifyAsync(Write("changed.xml", text.Replace("status:Success", "status:Succes", StringComparison.Ordinal)), Response, _client.IdentityProvider)).Should().NotBe(0);
        (await VerifyAsync(Write("response.xml", text), Response, _client.Signing)).Should().NotBe(0);
    }

    [Fact]
    public async Task It_verifies_a_status_without_an_assertion()
    {
        await _client.ArmAsync("rsa-sha256");

        (await VerifyAsync(Write("denied.xml", (await _client.LogInAsync("carla")).Text), Response, _client.IdentityProvider)).Should().Be(0);
    }

    public void Dispose()
    {
        _client.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task<int> VerifyAsync(string file, string element, X509Certificate2 certificate) =>
        RunAsync("--verify", "--id-attr:ID", element, "--pubkey-cert-pem", Write("certificate.pem", certificate.ExportCertificatePem()), file);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<int> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("xmlsec1", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        await output;
        return process.ExitCode;
    }
}
