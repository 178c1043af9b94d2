using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>Which certificates of an identity provider count: strong enough, of a kind that signs, and valid at the moment of the answer.</summary>
public sealed class SigningKeysTests
{
    private const string More = "http://www.w3.org/2001/04/xmldsig-more#";

    [Theory]
    [InlineData(0, 60, true)]
    [InlineData(1, 60, false)]
    [InlineData(-60, 0, true)]
    [InlineData(-60, -1, false)]
    public void A_certificate_is_valid_from_its_first_to_its_last_second(int from, int to, bool isAccepted)
    {
        using var key = RSA.Create(2048);
        using var certificate = Request(key).CreateSelfSigned(Parties.Now.AddSeconds(from), Parties.Now.AddSeconds(to));

        var answer = Read(certificate, ForgedSignature.PssSha256, certificate);

        if (isAccepted)
            answer.ShouldBeAccepted();
        else
            answer.ShouldBeRefused("signature-key");
    }

    [Theory]
    [InlineData("nistP256", "ecdsa-sha256")]
    [InlineData("brainpoolP256r1", "ecdsa-sha256")]
    [InlineData("nistP384", "ecdsa-sha384")]
    [InlineData("nistP521", "ecdsa-sha512")]
    public void A_key_on_an_elliptic_curve_signs_beside_one_of_RSA(string curve, string algorithm)
    {
        using var certificate = OnCurve(curve);

        Read(certificate, More + algorithm, Parties.IdentityProvider, certificate).ShouldBeAccepted();
        Read(certificate, More + algorithm, Parties.IdentityProvider).ShouldBeRefused("signature-key");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(2048)]
    public void A_value_of_any_length_is_looked_at_on_a_curve_and_refused(int bytes)
    {
        using var certificate = OnCurve("nistP256");
        using var reader = Parties.ReaderOf(Parties.Asked with { SigningCertificates = [certificate] });
        var document = Answers.SignedAssertion(signature: new ForgedSignature { Signer = certificate, Algorithm = More + "ecdsa-sha256" });
        document.GetElementsByTagName("SignatureValue", ForgedSignature.Dsig)[0]!.InnerText = Convert.ToBase64String(new byte[bytes]);

        reader.Read(Encoding.UTF8.GetBytes(document.OuterXml), Parties.Expectation).ShouldBeRefused("signature-key");
    }

    [Theory]
    [InlineData(ForgedSignature.RsaSha256)]
    [InlineData(ForgedSignature.PssSha256)]
    public void An_algorithm_of_RSA_takes_no_key_on_a_curve(string algorithm)
    {
        using var certificate = OnCurve("nistP256");

        Read(certificate, algorithm, certificate).ShouldBeRefused("signature-key");
    }

    [Fact]
    public void An_algorithm_of_curves_takes_no_key_of_RSA() => Read(Parties.IdentityProvider, More + "ecdsa-sha256", Parties.IdentityProvider).ShouldBeRefused("signature-key");

    [Fact]
    public void A_short_RSA_key_is_refused_when_it_is_configured()
    {
        using var certificate = Parties.Certificate("short", keySize: 2040);

        ShouldNotServe(certificate, "A signing certificate cannot be used: its RSA key has fewer than 2048 bits.");
    }

    [Fact]
    public void A_short_curve_is_refused_when_it_is_configured()
    {
        using var certificate = OnCurve("secp224r1");

        ShouldNotServe(certificate, "A signing certificate cannot be used: its curve has fewer than 256 bits.");
    }

    [Fact]
    public void A_key_that_is_neither_is_refused_when_it_is_configured()
    {
        using var issuer = RSA.Create(2048);
        var ed25519 = new PublicKey(new Oid("1.3.101.112"), null, new AsnEncodedData(new byte[32]));
        var request = new CertificateRequest(new X500DistinguishedName("CN=other"), ed25519, HashAlgorithmName.SHA256);
        using var certificate = request.Create(
            new X500DistinguishedName("CN=issuer"), X509SignatureGenerator.CreateForRSA(issuer, RSASignaturePadding.Pkcs1), Parties.Now.AddDays(-1), Parties.Now.AddDays(1), [1]);

        ShouldNotServe(certificate, "A signing certificate cannot be used: its key is neither RSA nor on an elliptic curve.");
    }

    private static void ShouldNotServe(X509Certificate2 certificate, string message)
    {
        var make = () => Parties.ReaderOf(Parties.Asked with { SigningCertificates = [certificate] });

        make.Should().Throw<CryptographicException>().WithMessage(message);
    }

    private static SamlAnswer Read(X509Certificate2 signer, string algorithm, params X509Certificate2[] configured)
    {
        using var reader = Parties.ReaderOf(Parties.Asked with { SigningCertificates = configured });
        var xml = Answers.SignedAssertion(signature: new ForgedSignature { Signer = signer, Algorithm = algorithm }).OuterXml;
        return reader.Read(Encoding.UTF8.GetBytes(xml), Parties.Expectation);
    }

    private static X509Certificate2 OnCurve(string curve)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        return new CertificateRequest("CN=curve", key, HashAlgorithmName.SHA256).CreateSelfSigned(Parties.Now.AddDays(-1), Parties.Now.AddDays(365));
    }

    private static CertificateRequest Request(RSA key) => new("CN=idp", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}
