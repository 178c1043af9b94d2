using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Internal.Revocation;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;

namespace BaseComponents.Tests.SecureMail.Revocation;

public sealed class OcspTests : IDisposable
{
    private static readonly DateTime Now = DateTime.UtcNow;
    private readonly RevokingAuthority _authority = new();
    private readonly X509Certificate2 _mine;
    private readonly OcspQuestion _question;

    public OcspTests()
    {
        _mine = _authority.Issue();
        _question = new OcspQuestion(_mine, _authority.Certificate);
    }

    [Fact]
    public void The_issuer_is_believed()
    {
        StateOf(Answer()).Should().Be(nameof(RevocationState.Good));
        StateOf(Answer(status: new RevokedStatus(Now.AddDays(-1), CrlReason.KeyCompromise))).Should().Be(nameof(RevocationState.Revoked));
        StateOf(Answer(status: new UnknownStatus())).Should().Be(nameof(RevocationState.Unknown));
    }

    [Fact]
    public void Whom_the_issuer_named_for_it_is_believed()
    {
        using var responder = _authority.Issue(purpose: "1.3.6.1.5.5.7.3.9");

        StateOf(Answer(signer: responder)).Should().Be(nameof(RevocationState.Good));
    }

    [Fact]
    public void Any_other_certificate_of_the_issuer_is_not()
    {
        using var somebody = _authority.Issue();

        StateOf(Answer(signer: somebody)).Should().BeNull();
    }

    [Fact]
    public void A_responder_of_another_authority_of_the_same_name_is_not()
    {
        using var namesake = new RevokingAuthority(part: "namesake");
        using var responder = namesake.Issue(purpose: "1.3.6.1.5.5.7.3.9");

        StateOf(Answer(signer: responder)).Should().BeNull();
    }

    [Fact]
    public void An_answer_about_another_certificate_says_nothing()
    {
        using var other = _authority.Issue();

        StateOf(Answer(about: new OcspQuestion(other, _authority.Certificate).Id)).Should().BeNull();
    }

    [Fact]
    public void An_answer_to_another_question_says_nothing()
    {
        StateOf(Answer(nonce: _question.Nonce)).Should().Be(nameof(RevocationState.Good));
        StateOf(Answer(nonce: new byte[32])).Should().BeNull();
    }

    [Fact]
    public void An_old_answer_says_nothing()
    {
        StateOf(Answer(from: Now.AddDays(-2), to: Now.AddMinutes(-1))).Should().BeNull();
        StateOf(Answer(from: Now.AddHours(-2), to: null)).Should().BeNull();
        StateOf(Answer(from: Now.AddMinutes(-2), to: null)).Should().Be(nameof(RevocationState.Good));
        StateOf(Answer(from: Now.AddHours(1), to: Now.AddDays(1))).Should().BeNull();
    }

    [Fact]
    public void An_answer_signed_with_SHA1_says_nothing() => StateOf(Answer(algorithm: "SHA1WITHRSA")).Should().BeNull();

    [Fact]
    public void No_part_of_an_answer_can_be_changed()
    {
        var answer = Answer(status: new RevokedStatus(Now.AddDays(-1), CrlReason.KeyCompromise));
        for (var at = 0; at < answer.Length; at += 3)
        {
            var changed = (byte[])answer.Clone();
            changed[at] ^= 0x01;
            StateOf(changed).Should().NotBe(nameof(RevocationState.Good), $"octet {at} was changed");
        }
    }

    [Theory]
    [InlineData(OcspRespStatus.TryLater)]
    [InlineData(OcspRespStatus.Unauthorized)]
    [InlineData(OcspRespStatus.InternalError)]
    public void A_responder_that_cannot_say_says_nothing(int status) => StateOf(new OCSPRespGenerator().Generate(status, null).GetEncoded()).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("MA0KAQCgCDAGBgEqBAA=")]
    public void What_is_no_answer_says_nothing(string text) => StateOf(System.Text.Encoding.ASCII.GetBytes(text)).Should().BeNull();

    public void Dispose()
    {
        _mine.Dispose();
        _authority.Dispose();
    }

    private string? StateOf(byte[] answer) => OcspAnswer.Read(answer, _question, _authority.Certificate, DateTimeOffset.UtcNow)?.State.ToString();

    private byte[] Answer(
        CertificateStatus? status = null, X509Certificate2? signer = null, CertificateID? about = null, byte[]? nonce = null, DateTime? from = null, DateTime? to = null, string algorithm = "SHA256WITHRSA")
    {
        var certificate = signer ?? _authority.Certificate;
        using var rsa = certificate.GetRSAPrivateKey() ?? _authority.Key;
        var key = DotNetUtilities.GetRsaKeyPair(rsa).Private;
        var generator = new BasicOcspRespGenerator(new RespID(OcspAnswer.Certificate(certificate).SubjectDN));
        generator.AddResponse(about ?? _question.Id, status, from ?? Now.AddMinutes(-5), from is null ? Now.AddDays(1) : to, null);
        if (nonce is not null)
        {
            var extensions = new X509ExtensionsGenerator();
            extensions.AddExtension(OcspObjectIdentifiers.PkixOcspNonce, false, new DerOctetString(nonce).GetEncoded());
            generator.SetResponseExtensions(extensions.Generate());
        }

        return new OCSPRespGenerator().Generate(OcspRespStatus.Successful, Signed(generator, algorithm, key, certificate)).GetEncoded();
    }

    private static BasicOcspResp Signed(BasicOcspRespGenerator generator, string algorithm, AsymmetricKeyParameter key, X509Certificate2 certificate) =>
        generator.Generate(algorithm, key, [OcspAnswer.Certificate(certificate)], Now);
}
