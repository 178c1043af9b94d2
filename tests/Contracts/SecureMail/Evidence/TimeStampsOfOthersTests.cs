using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Evidence;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail.Evidence;

/// <summary>Time stamps of services that nobody here wrote, and of the Sandbox; openssl checks what is exported.</summary>
public sealed class TimeStampsOfOthersTests(MailSandbox sandbox) : IClassFixture<MailSandbox>, IDisposable
{
    private const string Office = "steueramt@amt.example";
    private readonly ThrowAwayMailAuthority _authority = new(TimeProvider.System);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(EvidenceHash.Sha256)]
    [InlineData(EvidenceHash.Sha512)]
    public async Task A_stamp_of_openssl_is_kept_and_openssl_believes_the_export(EvidenceHash hash)
    {
        using var openssl = OpenSsl.OrSkip();
        await using var service = await OpenSslTimeStamps.StartAsync(openssl);

        await StampAsync(openssl, service.Address, service.RootPem, OpenSslTimeStamps.Policy, hash);
    }

    [Fact]
    public async Task A_stamp_of_the_Sandbox_too()
    {
        using var openssl = OpenSsl.OrSkip();

        await StampAsync(openssl, new Uri(sandbox.Server.Address, "mail/trust/time-stamps"), sandbox.Section["TimeStampAnchorsPem"]!, null, EvidenceHash.Sha384);
    }

    [Fact]
    public async Task A_revocation_list_is_kept_with_the_stamp_and_openssl_holds_it_against_the_list()
    {
        using var openssl = OpenSsl.OrSkip();
        await using var service = await OpenSslTimeStamps.StartAsync(openssl, static address => $"crlDistributionPoints=URI:{address}list");

        var files = await StampAsync(openssl, service.Address, service.RootPem, OpenSslTimeStamps.Policy, EvidenceHash.Sha256, RevocationPolicy.Hard);

        files.Keys.Should().BeEquivalentTo("mail.tst", "mail.pem", "mail.hash", "mail.eml", "mail.crl");
        var known = openssl.File("known.pem", service.RootPem + System.IO.File.ReadAllText(files["mail.crl"]));
        string[] question = ["ts", "-verify", "-crl_check", "-data", files["mail.eml"], "-in", files["mail.tst"], "-token_in", "-untrusted", files["mail.pem"]];
        (await openssl.RunAsync([.. question, "-CAfile", known])).Should().Contain("Verification: OK");
        var without = () => openssl.RunAsync([.. question, "-CAfile", openssl.PathOf("root.pem")]);
        await without.Should().ThrowAsync<Exception>("without the list it cannot know");
    }

    [Fact]
    public async Task An_answer_of_the_responder_is_kept_with_the_stamp_and_openssl_reads_it()
    {
        using var openssl = OpenSsl.OrSkip();
        await using var service = await OpenSslTimeStamps.StartAsync(openssl, static address => $"authorityInfoAccess=OCSP;URI:{address}ocsp");

        var files = await StampAsync(openssl, service.Address, service.RootPem, OpenSslTimeStamps.Policy, EvidenceHash.Sha256, RevocationPolicy.Hard);

        files.Keys.Should().BeEquivalentTo("mail.tst", "mail.pem", "mail.hash", "mail.eml", "mail.1.ocsp");
        var said = await openssl.RunAsync("ocsp", "-respin", files["mail.1.ocsp"], "-issuer", openssl.PathOf("root.pem"), "-cert", openssl.PathOf("tsa.pem"), "-CAfile", openssl.PathOf("root.pem"), "-no_nonce");
        said.Should().Contain("Response verify OK").And.Contain("tsa.pem: good");
    }

    [Fact]
    public async Task A_policy_that_openssl_does_not_know_is_refused()
    {
        using var openssl = OpenSsl.OrSkip();
        await using var service = await OpenSslTimeStamps.StartAsync(openssl);
        await using var services = Services(service.Address, service.RootPem, "1.2.3.4", EvidenceHash.Sha256);
        var mail = await StoreAsync(services);

        (await services.GetRequiredService<ISecureMailEvidence>().RunOnceAsync(Cancelled)).Should().Be((1, 0));

        (await services.GetRequiredService<ISecureMailEvidence>().FindAsync(mail.Id, Cancelled)).Single().Problem.Should().Be(EvidenceProblem.Refused);
    }

    public void Dispose() => _authority.Dispose();

    private async Task<Dictionary<string, string>> StampAsync(OpenSsl openssl, Uri address, string anchors, string? policy, EvidenceHash hash, RevocationPolicy revocation = RevocationPolicy.Off)
    {
        await using var services = Services(address, anchors, policy, hash, revocation);
        var mail = await StoreAsync(services);
        var evidence = services.GetRequiredService<ISecureMailEvidence>();

        (await evidence.RunOnceAsync(Cancelled)).Should().Be((1, 1), "the problem is {0}", (await evidence.FindAsync(mail.Id, Cancelled)).Single().Problem);

        var files = (await evidence.ExportAsync(mail.Id, Cancelled)).ToDictionary(file => file.Name, file => openssl.File(file.Name, file.Content.ToArray()));
        var roots = openssl.File("anchors.pem", anchors);
        string[] token = ["-in", files["mail.tst"], "-token_in", "-CAfile", roots, "-untrusted", files["mail.pem"]];
        (await openssl.RunAsync(["ts", "-verify", "-data", files["mail.eml"], .. token])).Should().Contain("Verification: OK");
        var digest = Encoding.ASCII.GetString(openssl.Read("mail.hash")).Trim().Split(' ')[1];
        (await openssl.RunAsync(["ts", "-verify", "-digest", digest, .. token])).Should().Contain("Verification: OK");
        return files;
    }

    private static async Task<OutboxMail> StoreAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var message = new SecureMessage { To = [Office], Subject = "Bescheid", Text = "Der Bescheid liegt bei.", Key = "case-1/notice" };
        return (await scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>().EnqueueAsync(message, Cancelled)).Single();
    }

    private ServiceProvider Services(Uri address, string anchors, string? policy, EvidenceHash hash, RevocationPolicy revocation = RevocationPolicy.Off)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSecureMail(new ConfigurationBuilder().Build().GetSection("BaseComponents:SecureMail")).AddInMemoryOutbox().Configure(options =>
        {
            options.Environment = SecureMailEnvironment.Test;
            (options.Smtp.Host, options.Smtp.Port) = ("127.0.0.1", 1);
            (options.Sender.Address, options.Sender.Certificate, options.TrustAnchorsPem) = ("antrag@stadt.example", _authority.Issue("antrag@stadt.example").ToOptions(), _authority.AnchorPem);
            options.Recipients = [_authority.Issue(Office).ToRecipient()];
            (options.Revocation.Signers, options.Revocation.TrustedHosts) = (revocation, [address.Host]);
            (options.Outbox.TimeStamps.Address, options.Outbox.TimeStamps.AnchorsPem, options.Outbox.TimeStamps.Policy, options.Outbox.TimeStamps.Hash) = (address, anchors, policy, hash);
        });
        return services.BuildServiceProvider();
    }
}
