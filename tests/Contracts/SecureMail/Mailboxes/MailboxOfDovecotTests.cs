using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail.Mailboxes;

/// <summary>Mails out of a mailbox of a server that nobody here wrote.</summary>
public sealed class MailboxOfDovecotTests : IDisposable
{
    private const string Office = OfficeAndCitizen.Office;
    private const string Citizen = OfficeAndCitizen.Citizen;
    private readonly OfficeAndCitizen _parties = new();

    public void Dispose() => _parties.Dispose();

    [Theory]
    [InlineData(ImapSecurity.Implicit, "Done")]
    [InlineData(ImapSecurity.StartTls, null)]
    public async Task WhatOurClientSealedComesAndLeaves(ImapSecurity security, string? doneFolder)
    {
        using var server = await DovecotPeer.OrSkipAsync();
        // Whole seconds are all that the server keeps; earlier than this the certificates were not valid yet.
        var at = DateTime.UnixEpoch.AddSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        server.Deliver(await SealAsync("Antrag"), at);
        await using var services = _parties.Services(server, options => (options.Imap!.Security, options.Imap.DoneFolder, options.Imap.Port) = (security, doneFolder, security is ImapSecurity.Implicit ? server.TlsPort : server.Port));

        var mail = (await ReceiveAsync(services, 1)).Single();

        mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>();
        (mail.Subject, mail.IsEncrypted, mail.Delivery!.Attempt, mail.Delivery.ReceivedAt.UtcDateTime).Should().Be(("Antrag", true, 1, at));
        (server.Count("Done"), server.Count("")).Should().Be(doneFolder is null ? (0, 1) : (1, 0));
        server.Deliver(await SealAsync("next"));
        (await ReceiveAsync(services, 1)).Single().Subject.Should().Be("next", "an acknowledged mail does not come again");
    }

    [Fact]
    public async Task WhatOpensslSealedComes()
    {
        using var openssl = OpenSsl.OrSkip();
        using var server = await DovecotPeer.OrSkipAsync();
        openssl.File("body.eml", "Content-Type: text/plain\r\n\r\nHallo\r\n");
        openssl.File("citizen.pem", _parties.CitizenKey.CertificatePem + "\n" + _parties.CitizenKey.KeyPem);
        openssl.File("office.pem", _parties.OfficeKey.CertificatePem);
        await openssl.RunAsync("cms", "-sign", "-in", "body.eml", "-signer", "citizen.pem", "-md", "sha256", "-out", "signed.eml");
        await openssl.RunAsync("cms", "-encrypt", "-aes-256-cbc", "-in", "signed.eml", "-from", Citizen, "-to", Office, "-subject", "openssl", "-out", "mail.eml", "office.pem");
        server.Deliver(openssl.Read("mail.eml"));
        await using var services = _parties.Services(server);

        var mail = (await ReceiveAsync(services, 1)).Single();

        (mail.Subject, mail.IsEncrypted, mail.Text!.Trim()).Should().Be(("openssl", true, "Hallo"));
        mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>();
    }

    [Fact]
    public async Task HostileMailGoesToItsFolderAndTheOthersCome()
    {
        using var server = await DovecotPeer.OrSkipAsync();
        server.Deliver(OfficeAndCitizen.Plain("large", new string('x', 3_000_000)));
        server.Deliver(Encoding.ASCII.GetBytes($"From: x@y.example\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB\r\n"));
        server.Deliver(await SealAsync("good"));
        await using var services = _parties.Services(server, mail: options => options.Limits.MaxIncomingSize = 2_000_000);

        (await ReceiveAsync(services, 1)).Single().Subject.Should().Be("good");

        (server.Count("Aside"), server.Count("Done"), server.Count("")).Should().Be((2, 1, 0));
    }

    [Fact]
    public async Task AttemptsAreCountedAtTheServer()
    {
        using var server = await DovecotPeer.OrSkipAsync();
        server.Deliver(OfficeAndCitizen.Plain("one", "x"));
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await using var services = _parties.Services(server, options => options.MaxAttempts = 2);
            (await ReceiveAsync(services, 1, _ => Task.CompletedTask)).Single().Delivery!.Attempt.Should().Be(attempt);
        }

        server.Deliver(OfficeAndCitizen.Plain("two", "x"));
        await using var last = _parties.Services(server, options => options.MaxAttempts = 2);
        (await ReceiveAsync(last, 1)).Single().Subject.Should().Be("two");
        server.Count("Aside").Should().Be(1);
    }

    [Fact]
    public async Task AServerWithoutStartTlsIsToldNoPassword()
    {
        using var server = await DovecotPeer.OrSkipAsync(withTls: false);

        (await FaultAsync(server, options => (options.Imap!.Security, options.Imap.Port) = (ImapSecurity.StartTls, server.Port))).Code.Should().Be(SecureMailErrors.MailboxTlsMissing);
    }

    [Fact]
    public async Task AnExpiredCertificateIsRefused()
    {
        using var server = await DovecotPeer.OrSkipAsync(isExpired: true);

        (await FaultAsync(server)).Code.Should().Be(SecureMailErrors.MailboxTlsUntrusted);
    }

    [Fact]
    public async Task AnotherRootAWrongPasswordAndAMissingFolderAreSaid()
    {
        using var server = await DovecotPeer.OrSkipAsync();

        (await FaultAsync(server, options => options.Imap!.TrustAnchorsPem = _parties.AnchorPem)).Code.Should().Be(SecureMailErrors.MailboxTlsUntrusted);
        (await FaultAsync(server, options => options.Imap!.TrustAnchorsPem = null)).Code.Should().Be(SecureMailErrors.MailboxTlsUntrusted);
        var wrong = await FaultAsync(server, options => options.Imap!.Password = "canary-password");
        wrong.Code.Should().Be(SecureMailErrors.MailboxAuthenticationFailed);
        wrong.ToString().Should().NotContain("canary").And.NotContain(DovecotPeer.User + "\"");
        (await FaultAsync(server, options => options.Imap!.SetAsideFolder = "Nowhere")).Code.Should().Be(SecureMailErrors.MailboxUnsuitable);
    }

    [Fact]
    public async Task NewMailIsToldOfAtOnce()
    {
        using var server = await DovecotPeer.OrSkipAsync();
        await using var services = _parties.Services(server, options => options.PollInterval = TimeSpan.FromMinutes(20));
        var receiving = ReceiveAsync(services, 1);
        await Task.Delay(1500);
        server.Deliver(OfficeAndCitizen.Plain("late", "x"));

        (await receiving.WaitAsync(TimeSpan.FromSeconds(40))).Single().Subject.Should().Be("late");
    }

    [Fact]
    public async Task ANumberOfAnotherCountingMovesNoMail()
    {
        using var server = await DovecotPeer.OrSkipAsync();
        server.Deliver(OfficeAndCitizen.Plain("one", "x"));
        server.Deliver(OfficeAndCitizen.Plain("two", "x"));
        await using var services = _parties.Services(server);

        await ReceiveAsync(services, 1, async mail =>
        {
            await server.ForgetNumbersAsync();
            var late = () => mail.AcknowledgeAsync();
            (await late.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.ClaimLost);
        });
        (server.Count("Done"), server.Count("")).Should().Be((0, 2));

        (await ReceiveAsync(services, 2)).Select(mail => mail.Subject).Should().BeEquivalentTo("one", "two");
    }

    [Fact]
    public async Task AConnectionCutInMidFetchIsTakenUpAgain()
    {
        using var server = await DovecotPeer.OrSkipAsync();
        using var proxy = new CuttingProxy(server.TlsPort);
        proxy.CutNext(connections: 1, after: 1_000_000);
        var content = new string('x', 3_000_000);
        server.Deliver(OfficeAndCitizen.Plain("large", content));
        await using var services = _parties.Services(server, options => options.Imap!.Port = proxy.Port, mail => mail.Limits.MaxTextSize = 10_000_000);

        var mail = (await ReceiveAsync(services, 1)).Single();

        (mail.Delivery!.Attempt, mail.Text!.Trim().Length, proxy.Connections).Should().Be((1, content.Length, 2));
        server.Count("Done").Should().Be(1);
    }

    [Fact]
    public async Task AnOutageIsWaitedForAndIsNoAttempt()
    {
        using var server = await DovecotPeer.OrSkipAsync();
        using var proxy = new CuttingProxy(server.TlsPort);
        proxy.CutNext(connections: 3, after: 500_000);
        server.Deliver(OfficeAndCitizen.Plain("large", new string('x', 3_000_000)));
        await using var services = _parties.Services(server, options => options.Imap!.Port = proxy.Port);

        (await ReceiveAsync(services, 1)).Single().Delivery!.Attempt.Should().Be(1);

        (proxy.Connections >= 4, server.Count("Done")).Should().Be((true, 1));
    }

    [Fact]
    public async Task AConnectionThatIsGoneWhenTheWorkIsDoneIsMadeAnew()
    {
        using var server = await DovecotPeer.OrSkipAsync();
        using var proxy = new CuttingProxy(server.TlsPort);
        server.Deliver(OfficeAndCitizen.Plain("one", "x"));
        await using var services = _parties.Services(server, options => options.Imap!.Port = proxy.Port);

        await ReceiveAsync(services, 1, mail =>
        {
            proxy.CutAll();
            return mail.AcknowledgeAsync();
        });

        (server.Count("Done"), server.Count("")).Should().Be((1, 0));
    }

    private static async Task<List<ReceivedMail>> ReceiveAsync(IServiceProvider services, int count, Func<ReceivedMail, Task>? handle = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var received = new List<ReceivedMail>();
        await foreach (var mail in services.GetRequiredService<ISecureMailbox>().ReceiveAsync(limit.Token))
        {
            received.Add(mail);
            await (handle ?? (one => one.AcknowledgeAsync(limit.Token)))(mail);
            if (received.Count == count)
                break;
        }

        return received;
    }

    private async Task<SecureMailException> FaultAsync(DovecotPeer server, Action<MailboxOptions>? change = null)
    {
        await using var services = _parties.Services(server, change);
        var receiving = () => ReceiveAsync(services, 1);
        return (await receiving.Should().ThrowAsync<SecureMailException>()).Which;
    }

    private async Task<byte[]> SealAsync(string subject)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSecureMail(new ConfigurationBuilder().Build().GetSection("x")).Configure(options => _parties.Fill(options, Citizen, _parties.CitizenKey, _parties.OfficeKey));
        await using var provider = services.BuildServiceProvider();
        using var output = new MemoryStream();
        await provider.GetRequiredService<ISecureMailClient>().SealAsync(new SecureMessage { To = [Office], Subject = subject, Text = "geheim" }, output);
        return output.ToArray();
    }
}
