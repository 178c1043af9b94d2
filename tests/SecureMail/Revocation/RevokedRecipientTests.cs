using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Revocation;

/// <summary>Nothing is encrypted for a revoked certificate, and nothing is signed with one.</summary>
public sealed class RevokedRecipientTests(MailLab lab) : IClassFixture<MailLab>, IDisposable
{
    private static readonly SecureMessage _message = new() { To = [MailLab.Office], Subject = "Antrag", Text = "Text" };
    private readonly RevocationPlace _place = new(lab.Clock);

    [Theory]
    [InlineData(RevocationPolicy.Soft)]
    [InlineData(RevocationPolicy.Hard)]
    public async Task ARevokedRecipientIsRefusedAndCounted(RevocationPolicy policy)
    {
        using var office = Issue(MailLab.Office);
        _place.List = _place.Mint.List([office]);

        var fault = await RefusalAsync(office, policy);

        (fault.Code, fault.RecipientIndex, fault.IsTransient).Should().Be((SecureMailErrors.CertificateRevoked, 0, false));
        fault.Message.Should().Contain("Recipient 1 of 1").And.NotContain(MailLab.Office);
    }

    [Fact]
    public async Task WhereNobodyAnswersHardRefusesForNow()
    {
        using var office = Issue(MailLab.Office);

        var fault = await RefusalAsync(office, RevocationPolicy.Hard);

        (fault.Code, fault.RecipientIndex, fault.IsTransient).Should().Be((SecureMailErrors.RevocationUnknown, 0, true));
    }

    [Theory]
    [InlineData(RevocationPolicy.Soft)]
    [InlineData(RevocationPolicy.Off)]
    public async Task WhereNobodyAnswersTheMailGoesOnAllTheSame(RevocationPolicy policy)
    {
        using var office = Issue(MailLab.Office);

        (await RefusalAsync(office, policy)).Code.Should().Be(SecureMailErrors.ServerUnreachable);
    }

    [Fact]
    public async Task ARecipientThatIsKnownToBeGoodGoesThroughHard()
    {
        using var office = Issue(MailLab.Office);
        _place.List = _place.Mint.List([]);

        (await RefusalAsync(office, RevocationPolicy.Hard)).Code.Should().Be(SecureMailErrors.ServerUnreachable);
    }

    [Theory]
    [InlineData(RevocationPolicy.Soft, true, "has been revoked. Configure its successor", false)]
    [InlineData(RevocationPolicy.Hard, false, "could not be found out", true)]
    public async Task TheSendersOwnCertificateIsLookedUpToo(RevocationPolicy policy, bool isRevoked, string words, bool isTransient)
    {
        using var office = Issue(MailLab.Office);
        using var sender = Issue(MailLab.Sender);
        _place.List = isRevoked ? _place.Mint.List([sender]) : null;

        var fault = await RefusalAsync(office, RevocationPolicy.Off, options =>
        {
            options.Revocation.Sender = policy;
            options.Sender.Certificate = CertificateMint.KeyOf(sender, MailLab.Sender).ToOptions();
        });

        (fault.Code, fault.IsTransient).Should().Be((SecureMailErrors.SenderCertificate, isTransient));
        fault.Message.Should().Contain(words);
    }

    /// <summary>What is remembered of a certificate is never that it was not revoked: that lasts as long as its list, and no minute longer.</summary>
    [Fact]
    public async Task OneThatIsRevokedBetweenTwoMailsIsRefusedAsSoonAsItsListHasEnded()
    {
        using var office = Issue(MailLab.Office);
        _place.List = _place.Mint.List([], until: lab.Clock.GetUtcNow().AddMinutes(2));
        await using var services = lab.Services(options => Trust(options, office, RevocationPolicy.Hard));
        var client = services.GetRequiredService<ISecureMailClient>();
        var sealing = () => client.SealAsync(_message, Stream.Null);

        await sealing.Should().NotThrowAsync();
        _place.List = _place.Mint.List([office]);
        lab.Clock.Advance(TimeSpan.FromMinutes(2));

        (await sealing.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.CertificateRevoked);
    }

    /// <summary>A list that the administrator exchanges counts from the next mail on.</summary>
    [Fact]
    public async Task OneOnAListThatIsExchangedIsRefusedAtOnce()
    {
        var folder = Directory.CreateTempSubdirectory("lists");
        var path = Path.Combine(folder.FullName, "revoked.crl");
        using var office = Issue(MailLab.Office);
        await File.WriteAllBytesAsync(path, _place.Mint.List([]));
        await using var services = lab.Services(options =>
        {
            Trust(options, office, RevocationPolicy.Hard);
            options.Revocation.ListPaths = [path];
        });
        var client = services.GetRequiredService<ISecureMailClient>();
        var sealing = () => client.SealAsync(_message, Stream.Null);

        await sealing.Should().NotThrowAsync();
        await File.WriteAllBytesAsync(path, _place.Mint.List([office]));

        (await sealing.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.CertificateRevoked);
        folder.Delete(recursive: true);
    }

    public void Dispose() => _place.Dispose();

    private X509Certificate2 Issue(string address) => _place.Mint.Issue(_place.OrderWithList(address) with { IsRsa = true });

    private Task<SecureMailException> RefusalAsync(X509Certificate2 office, RevocationPolicy policy, Action<SecureMailOptions>? change = null) => lab.RefusalAsync(_message, options =>
    {
        Trust(options, office, policy);
        change?.Invoke(options);
    });

    private void Trust(SecureMailOptions options, X509Certificate2 office, RevocationPolicy policy)
    {
        options.TrustAnchorsPem = _place.Mint.AnchorPem + "\n" + lab.Authority.AnchorPem;
        options.Revocation.TrustedHosts = ["127.0.0.1"];
        options.Revocation.Recipients = policy;
        options.Recipients = [new RecipientOptions { Address = MailLab.Office, CertificatePem = office.ExportCertificatePem() }];
    }
}
