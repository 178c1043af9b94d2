using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Contracts.SecureMail;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Contracts.Eid.Saml;

/// <summary>
/// What this component signs, verified by programs nobody here wrote: requests in forms by xmlsec1 and xml-crypto, requests in addresses by
/// openssl over the octets of the query. xmlsec1 1.2 knows no RSASSA-PSS; that it refuses the request then shows that it looks at it.
/// </summary>
public sealed class RequestsAreVerifiedTests : IDisposable
{
    private static readonly string Certificate = Parties.ServiceProvider.SigningCertificate.ExportCertificatePem();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("requests");

    [Fact]
    public async Task Xmlsec1_verifies_a_form()
    {
        Peer.OrSkip("xmlsec1");
        var request = Form(SamlSignatureAlgorithm.RsaSha256);

        (await XmlSecAsync(request, Certificate)).Should().Be(0);
        (await XmlSecAsync(request.Replace("ForceAuthn=\"true\"", "ForceAuthn=\"false\"", StringComparison.Ordinal), Certificate)).Should().NotBe(0);
        (await XmlSecAsync(request, Parties.Attacker.ExportCertificatePem())).Should().NotBe(0);
    }

    [Theory]
    [InlineData(SamlSignatureAlgorithm.RsaPssSha256)]
    [InlineData(SamlSignatureAlgorithm.RsaSha256)]
    public async Task Xml_crypto_verifies_a_form(SamlSignatureAlgorithm algorithm)
    {
        var request = Form(algorithm);

        var results = await Peers.NodeOrSkipAsync(
            Verify(request, Certificate),
            Verify(request.Replace("ForceAuthn=\"true\"", "ForceAuthn=\"false\"", StringComparison.Ordinal), Certificate),
            Verify(request, Parties.Attacker.ExportCertificatePem()));

        results[0].Text.Should().Contain("AuthnRequest").And.Contain("&amp;", "the extension was signed too");
        results.Skip(1).Should().OnlyContain(result => result.Error != null);
    }

    [Theory]
    [InlineData(SamlSignatureAlgorithm.RsaPssSha256)]
    [InlineData(SamlSignatureAlgorithm.RsaSha256)]
    public async Task Openssl_verifies_an_address(SamlSignatureAlgorithm algorithm)
    {
        using var openssl = OpenSsl.OrSkip();
        var query = Writer(algorithm).Write(Content, SamlBinding.Redirect, "relay state/ü+&=").Address.OriginalString.Split('?')[1];
        var (signed, signature) = (query[..query.IndexOf("&Signature=", StringComparison.Ordinal)], query[(query.IndexOf("&Signature=", StringComparison.Ordinal) + 11)..]);
        openssl.File("key.pem", Parties.ServiceProvider.SigningCertificate.GetRSAPublicKey()!.ExportSubjectPublicKeyInfoPem());
        openssl.File("signature", Convert.FromBase64String(Uri.UnescapeDataString(signature)));
        openssl.File("signed", signed);
        openssl.File("changed", signed.Replace("RelayState=r", "RelayState=R", StringComparison.Ordinal));
        string[] padding = algorithm is SamlSignatureAlgorithm.RsaPssSha256 ? ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest", "-sigopt", "rsa_mgf1_md:sha256"] : [];

        (await openssl.RunAsync(["dgst", "-sha256", "-verify", "key.pem", .. padding, "-signature", "signature", "signed"])).Should().Contain("Verified OK");
        await FluentActions.Awaiting(() => openssl.RunAsync(["dgst", "-sha256", "-verify", "key.pem", .. padding, "-signature", "signature", "changed"])).Should().ThrowAsync<Xunit.Sdk.XunitException>();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // Characters that the canonical form writes otherwise than the message does.
    private static SamlRequestContent Content => new()
    {
        MinimumContextClass = "STORK-QAA-Level-3",
        NameFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
        Extension = "<x:Purpose xmlns:x='urn:x' xmlns:unused='urn:unused' b='2' a=\"1 &gt; 0\">Hunde &amp; Straßen&#xD;\n</x:Purpose>",
    };

    private static SamlRequestWriter Writer(SamlSignatureAlgorithm algorithm) =>
        new(Parties.ServiceProvider with { SignatureAlgorithm = algorithm }, Parties.Asked with { RedirectAddress = new Uri("https://idp.example/sso") });

    private static string Form(SamlSignatureAlgorithm algorithm) => Encoding.UTF8.GetString(Convert.FromBase64String(Writer(algorithm).Write(Content, SamlBinding.Post, "relay").FormValue!));

    private static object Verify(string xml, string certificate) => new { work = "verify", xml, certificate };

    private async Task<int> XmlSecAsync(string request, string certificate)
    {
        var (key, file) = (Path.Combine(_folder.FullName, "certificate.pem"), Path.Combine(_folder.FullName, "request.xml"));
        await File.WriteAllTextAsync(key, certificate);
        await File.WriteAllTextAsync(file, request);
        return (await Peer.RunAsync("xmlsec1", ["--verify", "--id-attr:ID", "urn:oasis:names:tc:SAML:2.0:protocol:AuthnRequest", "--pubkey-cert-pem", key, file])).ExitCode;
    }
}
