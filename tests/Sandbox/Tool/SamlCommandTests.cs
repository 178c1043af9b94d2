using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace BaseComponents.Tests.Sandbox.Tool;

/// <summary><c>basecomponents saml</c> as its users run it.</summary>
public sealed class SamlCommandTests : IDisposable
{
    private const string Request = """<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_a"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">https://a.example/</saml:Issuer></samlp:AuthnRequest>""";
    private const string Answer = """<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"><saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"><saml:NameID>somebody</saml:NameID><saml:AttributeValue>ERIKA</saml:AttributeValue></saml:Assertion></samlp:Response>""";
    private readonly string _folder = Directory.CreateTempSubdirectory("saml-tool-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("BMI-0000", "https://hund.beispielstadt.example/saml", 0, "Nothing found")]
    [InlineData("", "https://hund.beispielstadt.example/saml", 1, "lint-online-service-id-missing")]
    [InlineData("BMI-0000", "https://hund.beispielstadt.example:8443/saml", 1, "lint-entity-id")]
    public async Task Settings_are_checked(string serviceId, string entityId, int exitCode, string said)
    {
        var (signing, decryption) = (Pem(), Pem());
        var file = Settings(new
        {
            EntityId = entityId,
            PublicAddress = "https://hund.beispielstadt.example",
            OnlineServiceId = serviceId,
            OrganisationDisplayName = "Beispielstadt",
            SigningCertificate = new { Pem = signing },
            DecryptionCertificates = new[] { new { Pem = decryption } },
        });

        var (code, printed) = await RunAsync("saml", "lint", file);

        (code, printed).Should().Match<(int Code, string Printed)>(result => result.Code == exitCode && result.Printed.Contains(said));
    }

    [Fact]
    public async Task What_is_not_set_and_a_certificate_that_cannot_be_read_are_named()
    {
        (await RunAsync("saml", "lint", Settings(new { PublicAddress = "https://a.example" }))).Should().Be((1, "Error lint-setting-missing EntityId is not set."));
        var (code, printed) = await RunAsync("saml", "lint", Settings(new { EntityId = "https://a.example/", PublicAddress = "https://a.example", SigningCertificate = new { Pem = "none" } }));
        code.Should().Be(1);
        printed.Should().Contain("lint-certificate").And.NotContain("Exception");
    }

    [Theory]
    [InlineData(false, "true")]
    [InlineData(true, "false")]
    public async Task Metadata_come_out_of_the_settings_without_a_private_key(bool isCompany, string wantsSignedAssertions)
    {
        var file = Settings(new
        {
            EntityId = "https://hund.beispielstadt.example/saml",
            PublicAddress = "https://hund.beispielstadt.example",
            SigningCertificate = new { Pem = Pem() },
            DecryptionCertificates = new[] { new { Pem = Pem() } },
        });

        var (code, printed) = await RunAsync(["saml", "metadata", file, .. isCompany ? ["--unternehmenskonto"] : Array.Empty<string>()]);

        code.Should().Be(0, printed);
        var metadata = XDocument.Parse(printed).Root!;
        metadata.Attribute("entityID")!.Value.Should().Be("https://hund.beispielstadt.example/saml");
        metadata.Descendants().Single(element => element.Name.LocalName == "SPSSODescriptor").Attribute("WantAssertionsSigned")!.Value.Should().Be(wantsSignedAssertions);
        metadata.Descendants().Single(element => element.Name.LocalName == "AssertionConsumerService").Attribute("Location")!.Value
            .Should().Be($"https://hund.beispielstadt.example/signin-{(isCompany ? "unternehmenskonto" : "bundid")}");
        printed.Should().NotContain("PRIVATE");
    }

    [Fact]
    public async Task Metadata_without_the_settings_they_need_are_none()
    {
        (await RunAsync("saml", "metadata", Settings(new { PublicAddress = "https://a.example" }))).Should().Match<(int Code, string Printed)>(result => result.Code == 2 && result.Printed.Contains("EntityId"));
        (await RunAsync("saml", "metadata", Settings(new { EntityId = "https://a.example/", PublicAddress = "https://a.example", SigningCertificate = new { Pem = "none" } }))).ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task A_request_is_checked_and_its_findings_come_as_json_for_scripts()
    {
        var (code, printed) = await RunAsync("saml", "lint", File("request.xml", Request), "--json");

        code.Should().Be(1);
        JsonDocument.Parse(printed).RootElement.EnumerateArray().Select(finding => finding.GetProperty("code").GetString()).Should().Equal("saml-request-not-signed", "akdb-extension-missing");
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("form value")]
    [InlineData("address")]
    [InlineData("standard input")]
    public async Task A_message_is_shown_however_it_was_copied(string form)
    {
        var deflated = Convert.ToBase64String(Deflate(Encoding.UTF8.GetBytes(Request)));
        var (argument, input) = form switch
        {
            "xml" => (File("request.xml", Request), null),
            "form value" => (Convert.ToBase64String(Encoding.UTF8.GetBytes(Request)), null),
            "address" => ($"https://idp.example/sso?SAMLRequest={Uri.EscapeDataString(deflated)}&RelayState=x&Signature=y", null),
            _ => ("-", (string?)deflated),
        };

        var (code, printed) = await RunWithAsync(input, "saml", "decode", argument);

        code.Should().Be(0, printed);
        printed.Should().Contain("<samlp:AuthnRequest").And.Contain("https://a.example/").And.Contain("Not verified");
    }

    [Fact]
    public async Task Values_of_a_person_are_shown_only_when_asked_for()
    {
        var file = File("answer.xml", Answer);

        (await RunAsync("saml", "decode", file)).Printed.Should().Contain("[5 characters]").And.NotContainAny("ERIKA", "somebody");
        (await RunAsync("saml", "decode", file, "--show-values")).Printed.Should().Contain("ERIKA");
    }

    [Theory]
    [InlineData("""<saml:AuthnStatement><saml:SubjectLocality Address="203.0.113.7" DNSName="anschluss.example"/></saml:AuthnStatement>""")]
    [InlineData("""<saml:Subject><saml:NameID SPProvidedID="203.0.113.7">a</saml:NameID></saml:Subject>""")]
    [InlineData("""<samlp:StatusMessage>203.0.113.7</samlp:StatusMessage>""")]
    [InlineData("""<samlp:StatusDetail><a>203.0.113.7</a></samlp:StatusDetail>""")]
    public async Task So_are_traces_of_a_person_beside_the_attributes(string trace)
    {
        var file = File("answer.xml", $"""<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">{trace}</samlp:Response>""");

        (await RunAsync("saml", "decode", file)).Printed.Should().Contain("Response").And.NotContainAny("203.0.113.7", "anschluss.example");
        (await RunAsync("saml", "decode", file, "--show-values")).Printed.Should().Contain("203.0.113.7");
    }

    [Theory]
    [InlineData("lint", "nothing of the kind")]
    [InlineData("lint", "missing.json")]
    [InlineData("decode", "AAAA")]
    [InlineData("decode", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    [InlineData("decode", "bomb")]
    public async Task What_is_no_message_ends_with_two(string command, string source)
    {
        if (source == "bomb")
            source = Convert.ToBase64String(Deflate(Encoding.UTF8.GetBytes("<a>" + new string('b', 50_000_000))));

        var (code, printed) = await RunWithAsync(source, "saml", command, source.Length > 10_000 ? "-" : source);

        code.Should().Be(2, printed);
        printed.Should().NotContain("   at ");
    }

    private static Task<(int ExitCode, string Printed)> RunAsync(params string[] arguments) => RunWithAsync(null, arguments);

    private static async Task<(int ExitCode, string Printed)> RunWithAsync(string? input, params string[] arguments)
    {
        await using var tool = new RunningTool(arguments, input);
        return await tool.EndAsync();
    }

    private static byte[] Deflate(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize))
            deflate.Write(plain);
        return packed.ToArray();
    }

    private static string Pem()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem();
    }

    private string Settings(object bundId) => File("appsettings.json", JsonSerializer.Serialize(new { BaseComponents = new { Eid = new { BundId = bundId } } }));

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
