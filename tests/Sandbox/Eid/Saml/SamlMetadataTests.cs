using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Sandbox.Eid.Saml;

public sealed class SamlMetadataTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [Fact]
    public async Task Metadata_name_addresses_and_keys_and_are_signed()
    {
        using var client = SamlClientByHand.BundId(sandbox.Server);
        var metadata = XmlByHand.Load(await client.GetAsync("/bundid/metadata"));
        var provider = metadata.Only("IDPSSODescriptor");

        XmlByHand.IsSignedBy(metadata, client.IdentityProvider).Should().BeTrue();
        metadata.GetAttribute("entityID").Should().Be(client["IdentityProvider:EntityId"]);
        provider.GetAttribute("WantAuthnRequestsSigned").Should().Be("true");
        provider.Children("SingleSignOnService").Select(service => service.GetAttribute("Location")).Should().HaveCount(2).And.AllBe(client.SignOn.AbsoluteUri);
        var certificates = provider.Children("KeyDescriptor").Select(key => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(key.Only("KeyInfo", "X509Data", "X509Certificate").InnerText))).ToArray();
        certificates[1].Thumbprint.Should().Be(client.IdentityProvider.Thumbprint);
        certificates.Select(certificate => certificate.NotAfter.ToUniversalTime() > TimeProvider.System.GetUtcNow().UtcDateTime).Should().Equal([false, true, true], "one is over, one is in use, one comes next");
    }

    [Theory]
    [InlineData("rotated-key", 2)]
    [InlineData("expired-certificate", 0)]
    public async Task A_key_that_is_not_in_the_settings_is_in_the_metadata(string fault, int position)
    {
        using var client = SamlClientByHand.Unternehmenskonto(sandbox.Server);
        var keys = XmlByHand.Load(await client.GetAsync("/unternehmenskonto/metadata")).Only("IDPSSODescriptor").Children("KeyDescriptor").ToArray();
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(keys[position].Only("KeyInfo", "X509Data", "X509Certificate").InnerText));
        await client.ArmAsync(fault);
        var answer = await client.LogInAsync("musterbau", new RequestByHand { ExtensionVersion = null });

        XmlByHand.IsSignedBy(answer.Response, certificate).Should().BeTrue();
    }

    [Fact]
    public async Task Keys_and_pseudonyms_survive_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var first = await SeenAsync(folder);
            (await SeenAsync(folder)).Should().Be(first);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(string Key, string Application, string Pseudonym)> SeenAsync(string folder)
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { StatePath = folder });
        using var client = SamlClientByHand.BundId(server);
        return (client["IdentityProvider:CertificatesPem"], client["SigningCertificate:Pem"], (await client.LogInAsync("erika"))[RequestByHand.Bpk2]!);
    }
}
