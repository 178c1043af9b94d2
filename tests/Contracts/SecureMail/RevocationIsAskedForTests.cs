using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox.Mail;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>The client against the Sandbox's list, responder and time stamps, which openssl has to understand as well.</summary>
public sealed class RevocationIsAskedForTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    private static readonly SecureMessage _message = new() { To = [MailSandbox.Office], Subject = "Antrag", Text = "geheim" };

    [Fact]
    public async Task AGoodRecipientIsKnownToBeGood() => (await SendAsync(_message)).OfUnknownRevocation.Should().Be(0);

    [Fact]
    public async Task ARevokedRecipientStopsTheMail() => (await FaultAsync(_message with { To = [MailSandbox.Office, SandboxMailboxes.RevokedCertificate] }))
        .Should().Be((SecureMailErrors.CertificateRevoked, 1, false));

    [Fact]
    public async Task WhatTheResponderRevokesIsRevoked()
    {
        await sandbox.ArmAsync("mail.ocsp.revoked");

        (await FaultAsync(_message)).Should().Be((SecureMailErrors.CertificateRevoked, 0, false));
    }

    [Fact]
    public async Task AResponderThatIsOutOfReachIsReplacedByTheList()
    {
        await sandbox.ArmAsync("mail.ocsp.unreachable", 2);

        (await SendAsync(_message)).OfUnknownRevocation.Should().Be(0);
    }

    [Fact]
    public async Task ALiarIsNotBelieved()
    {
        await sandbox.ArmAsync("mail.ocsp.lying");

        (await FaultAsync(_message with { To = [SandboxMailboxes.RevokedCertificate] })).Should().Be((SecureMailErrors.CertificateRevoked, 0, false));
    }

    [Theory]
    [InlineData("mail.ocsp.lying", "mail.crl.expired")]
    [InlineData("mail.ocsp.unreachable", "mail.crl.expired")]
    [InlineData("mail.ocsp.unreachable", "mail.crl.unreachable")]
    public async Task WhereNobodySaysAnythingHardRefusesAndSoftCounts(string responder, string list)
    {
        await ArmAsync();
        (await FaultAsync(_message)).Should().Be((SecureMailErrors.RevocationUnknown, 0, true));

        await ArmAsync();
        (await SendAsync(_message, RevocationPolicy.Soft)).OfUnknownRevocation.Should().Be(2);
        await sandbox.Http.DeleteAsync("_sandbox/faults");

        async Task ArmAsync()
        {
            await sandbox.Http.DeleteAsync("_sandbox/faults");
            await sandbox.ArmAsync(responder, 20);
            await sandbox.ArmAsync(list, 20);
        }
    }

    [Fact]
    public async Task TheSignerOfAReceivedMailIsLookedUpToo()
    {
        var receipt = await SendAsync(_message with { To = [SandboxMailboxes.Sender] });
        var raw = await sandbox.RawByMessageIdAsync(receipt.MessageId);

        (await VerdictAsync(raw)).Should().BeOfType<SignatureVerdict.Valid>().Which.Revocation.Should().Be(RevocationStatus.NotRevoked);
        await sandbox.ArmAsync("mail.ocsp.revoked");
        (await VerdictAsync(raw)).Should().Be(new SignatureVerdict.Revoked());
    }

    [Fact]
    public async Task OpensslAsksTheResponder()
    {
        using var openssl = OpenSsl.OrSkip();
        openssl.File("root.pem", sandbox.Section["TrustAnchorsPem"]!);
        openssl.File("good.pem", await sandbox.KeyPemAsync(MailSandbox.Office));
        openssl.File("revoked.pem", await sandbox.KeyPemAsync(SandboxMailboxes.RevokedCertificate));
        var address = Address((await openssl.RunAsync("x509", "-in", "good.pem", "-noout", "-ocsp_uri")).Trim());

        (await AskAsync("good.pem")).Should().Contain("Response verify OK").And.Contain("good.pem: good");
        (await AskAsync("revoked.pem")).Should().Contain("Response verify OK").And.Contain("revoked.pem: revoked");
        await sandbox.ArmAsync("mail.ocsp.lying");
        (await AskAsync("revoked.pem")).Should().Contain("Response Verify Failure");

        async Task<string> AskAsync(string certificate) =>
            (await Peer.RunAsync("openssl", ["ocsp", "-issuer", Path("root.pem"), "-cert", Path(certificate), "-url", address, "-CAfile", Path("root.pem")])).Output.Replace(Path(""), "", StringComparison.Ordinal);

        string Path(string name) => openssl.PathOf(name);
    }

    [Fact]
    public async Task OpensslReadsTheList()
    {
        using var openssl = OpenSsl.OrSkip();
        openssl.File("root.pem", sandbox.Section["TrustAnchorsPem"]!);
        openssl.File("revoked.crl", await sandbox.Http.GetByteArrayAsync("mail/trust/revoked.crl"));
        var revoked = openssl.File("revoked.pem", await sandbox.KeyPemAsync(SandboxMailboxes.RevokedCertificate));
        using var certificate = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(revoked));

        (await openssl.RunAsync("crl", "-inform", "DER", "-in", "revoked.crl", "-CAfile", "root.pem", "-noout", "-text")).Should()
            .Contain("verify OK").And.Contain(certificate.SerialNumber.TrimStart('0'));
    }

    [Fact]
    public async Task OpensslVerifiesTheTimeStamp()
    {
        using var openssl = OpenSsl.OrSkip();
        openssl.File("root.pem", sandbox.Section["TimeStampAnchorsPem"]!);
        openssl.File("data", "data");
        await openssl.RunAsync("ts", "-query", "-data", "data", "-sha256", "-cert", "-out", "query");

        using var answer = await sandbox.Http.PostAsync("mail/trust/time-stamps", new ByteArrayContent(openssl.Read("query")));
        openssl.File("answer", await answer.Content.ReadAsByteArrayAsync());

        (await openssl.RunAsync("ts", "-verify", "-data", "data", "-in", "answer", "-CAfile", "root.pem")).Should().Contain("Verification: OK");
        (await Peer.RunAsync("openssl", ["ts", "-verify", "-queryfile", openssl.PathOf("query"), "-in", openssl.PathOf("answer"), "-CAfile", openssl.PathOf("root.pem")])).ExitCode.Should().Be(0);
    }

    [Theory]
    [InlineData("ocsp")]
    [InlineData("time-stamps")]
    public async Task NonsenseGetsARefusalOfItsKind(string service)
    {
        using var answer = await sandbox.Http.PostAsync($"mail/trust/{service}", new ByteArrayContent([0x30, 0x03, 0x02, 0x01, 0x01]));

        answer.EnsureSuccessStatusCode();
        (await answer.Content.ReadAsByteArrayAsync()).Should().HaveCountLessThan(200);
    }

    private ServiceProvider Services(RevocationPolicy policy) => sandbox.Services(options =>
        (options.Revocation.Recipients, options.Revocation.Signers, options.Revocation.Sender) = (policy, policy, policy is RevocationPolicy.Hard ? RevocationPolicy.Off : policy));

    private async Task<MailReceipt> SendAsync(SecureMessage message, RevocationPolicy policy = RevocationPolicy.Soft)
    {
        await using var services = Services(policy);
        return await services.GetRequiredService<ISecureMailClient>().SendAsync(message);
    }

    private async Task<(string Code, int? Index, bool IsTransient)> FaultAsync(SecureMessage message)
    {
        await using var services = Services(RevocationPolicy.Hard);
        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(message);
        var fault = (await sending.Should().ThrowAsync<SecureMailException>()).Which;
        return (fault.Code, fault.RecipientIndex, fault.IsTransient);
    }

    private async Task<SignatureVerdict> VerdictAsync(byte[] mail)
    {
        await using var services = Services(RevocationPolicy.Hard);
        return (await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(mail))).Verdict;
    }

    private static string Address(string address) => address.StartsWith("http://127.0.0.1:", StringComparison.Ordinal) ? address : throw new InvalidOperationException("The certificate names another place.");
}
