using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;
using Org.BouncyCastle.Ocsp;

namespace BaseComponents.Tests.SecureMail.Revocation;

/// <summary>What a revoked certificate, and one of which nobody knows, do to the verdict.</summary>
public sealed class RevokedSignerTests(MailLab lab) : IClassFixture<MailLab>, IDisposable
{
    private readonly RevocationPlace _place = new(lab.Clock);

    [Theory]
    [InlineData(RevocationPolicy.Soft)]
    [InlineData(RevocationPolicy.Hard)]
    public async Task ASignerOnTheListIsRevoked(RevocationPolicy policy)
    {
        using var signer = _place.Mint.Issue(_place.OrderWithList(MailLab.Office));
        _place.List = _place.Mint.List([signer]);

        (await VerdictAsync(signer, policy)).Should().Be(new SignatureVerdict.Revoked());
    }

    [Theory]
    [InlineData(RevocationPolicy.Soft)]
    [InlineData(RevocationPolicy.Hard)]
    public async Task ASignerNotOnTheListIsValidAndSaidToBe(RevocationPolicy policy)
    {
        using var signer = _place.Mint.Issue(_place.OrderWithList(MailLab.Office));
        _place.List = _place.Mint.List([]);

        var valid = (await VerdictAsync(signer, policy)).Should().BeOfType<SignatureVerdict.Valid>().Which;

        (valid.Revocation, valid.Explanation).Should().Be((RevocationStatus.NotRevoked, "The whole content is signed by the holder of the sender address."));
    }

    [Fact]
    public async Task WhereNobodyAnswersHardRefusesAndSoftSaysSo()
    {
        using var signer = _place.Mint.Issue(_place.OrderWithList(MailLab.Office));

        (await VerdictAsync(signer, RevocationPolicy.Hard)).Should().Be(new SignatureVerdict.RevocationUnknown());
        var soft = (await VerdictAsync(signer, RevocationPolicy.Soft)).Should().BeOfType<SignatureVerdict.Valid>().Which;
        (soft.Revocation, soft.Explanation).Should().Be((
            RevocationStatus.Unknown, "The whole content is signed by the holder of the sender address; whether the certificate has been revoked could not be found out."));
    }

    [Fact]
    public async Task SoftIsTheDefault()
    {
        using var signer = _place.Mint.Issue(_place.OrderWithList(MailLab.Office));

        (await VerdictAsync(signer, null)).Should().BeOfType<SignatureVerdict.Valid>().Which.Revocation.Should().Be(RevocationStatus.Unknown);
    }

    [Fact]
    public async Task OffAsksNobody()
    {
        using var signer = _place.Mint.Issue(_place.OrderWithList(MailLab.Office));
        _place.List = _place.Mint.List([signer]);

        var verdict = await VerdictAsync(signer, RevocationPolicy.Off);

        (verdict.Should().BeOfType<SignatureVerdict.Valid>().Which.Revocation, _place.Asked).Should().Be((RevocationStatus.NotLookedUp, 0));
    }

    [Fact]
    public async Task NobodyIsCalledOnInsideTheNetworkUnlessConfigured()
    {
        using var signer = _place.Mint.Issue(_place.OrderWithList(MailLab.Office));
        _place.List = _place.Mint.List([]);

        var verdict = await VerdictAsync(signer, RevocationPolicy.Hard, options => options.Revocation.TrustedHosts = []);

        (verdict, _place.Asked).Should().Be((new SignatureVerdict.RevocationUnknown(), 0));
    }

    [Fact]
    public async Task AStrangersCertificateMakesNobodyBeCalledOn()
    {
        using var stranger = new CertificateMint(lab.Clock, "CN=Stranger");
        using var signer = stranger.Issue(_place.OrderWithList(MailLab.Office));

        (await VerdictAsync(signer, RevocationPolicy.Soft), _place.Asked).Should().Be((new SignatureVerdict.UnknownSigner(), 0));
    }

    [Fact]
    public async Task TheResponderIsBelievedAndALiarIsNot()
    {
        using var signer = _place.Mint.Issue(_place.OrderWithResponder(MailLab.Office));
        using var liar = new CertificateMint(lab.Clock, "CN=Revoking Authority", part: "liar");

        _place.Answer = _place.AnswerOn(signer, CertificateStatus.Good);
        (await VerdictAsync(signer, RevocationPolicy.Hard)).Should().BeOfType<SignatureVerdict.Valid>();
        _place.Answer = _place.AnswerOn(signer, new RevokedStatus(lab.Clock.GetUtcNow().UtcDateTime.AddDays(-1), 1));
        (await VerdictAsync(signer, RevocationPolicy.Hard)).Should().BeOfType<SignatureVerdict.Revoked>();
        _place.Answer = _place.AnswerOn(signer, CertificateStatus.Good, liar.Root);
        (await VerdictAsync(signer, RevocationPolicy.Hard)).Should().BeOfType<SignatureVerdict.RevocationUnknown>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ListsInFilesCountWithoutANetworkAndAreReadAgain(bool isPem)
    {
        using var signer = _place.Mint.Issue(_place.OrderWithList(MailLab.Office));
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, Form(_place.Mint.List([]), isPem));
            await using var services = lab.Services(options => Trust(options, RevocationPolicy.Hard, changed => changed.Revocation.ListPaths = [file]));
            (await ReadAsync(services, signer)).Should().BeOfType<SignatureVerdict.Valid>();

            await File.WriteAllBytesAsync(file, Form(_place.Mint.List([signer]), isPem));
            (await ReadAsync(services, signer)).Should().BeOfType<SignatureVerdict.Revoked>();
            File.Delete(file);
            (await ReadAsync(services, signer)).Should().BeOfType<SignatureVerdict.Revoked>();
            _place.Asked.Should().Be(0);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task AnOldListBroughtAlongSaysNothing()
    {
        using var signer = _place.Mint.Issue(_place.OrderWithList(MailLab.Office));
        var old = _place.Mint.List([], lab.Clock.GetUtcNow().AddDays(-9), lab.Clock.GetUtcNow().AddDays(-2));

        (await VerdictAsync(signer, RevocationPolicy.Hard, options => options.Revocation.Lists = [old])).Should().BeOfType<SignatureVerdict.RevocationUnknown>();
    }

    [Fact]
    public async Task AnExpiredCertificateThatIsNotOnTheListIsNotKnownToBeGood()
    {
        var now = lab.Clock.GetUtcNow();
        using var signer = _place.Mint.Issue(_place.OrderWithList(MailLab.Office) with { From = now.AddYears(-2), Until = now.AddDays(-1) });
        _place.List = _place.Mint.List([]);
        await using var services = lab.Services(options => Trust(options, RevocationPolicy.Hard, null));

        (await ReadAsync(services, signer, now.AddDays(-3))).Should().BeOfType<SignatureVerdict.RevocationUnknown>();
    }

    public void Dispose() => _place.Dispose();

    private static byte[] Form(byte[] list, bool isPem) => isPem ? System.Text.Encoding.ASCII.GetBytes("# of today\n" + PemEncoding.WriteString("X509 CRL", list) + "\n") : list;

    private async Task<SignatureVerdict> VerdictAsync(X509Certificate2 signer, RevocationPolicy? policy, Action<SecureMailOptions>? change = null)
    {
        await using var services = lab.Services(options => Trust(options, policy, change));
        return await ReadAsync(services, signer);
    }

    private async Task<SignatureVerdict> ReadAsync(IServiceProvider services, X509Certificate2 signer, DateTimeOffset? receivedAt = null)
    {
        var mail = Forge.Mail(Forge.Signed(CertificateMint.KeyOf(signer, MailLab.Office)));
        return (await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(mail), receivedAt ?? lab.Clock.GetUtcNow())).Verdict;
    }

    private void Trust(SecureMailOptions options, RevocationPolicy? policy, Action<SecureMailOptions>? change)
    {
        options.TrustAnchorsPem = _place.Mint.AnchorPem;
        options.Revocation.TrustedHosts = ["127.0.0.1"];
        options.Revocation.Signers = policy ?? options.Revocation.Signers;
        change?.Invoke(options);
    }
}
