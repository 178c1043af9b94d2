using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>What happens between client and mail server: TLS that is verified, answers that are told apart, and nothing sent by accident.</summary>
public sealed class TransportIsVerifiedTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    private static readonly SecureMessage _message = new() { To = [MailSandbox.Office], Subject = "Antrag", Text = "geheim" };

    [Fact]
    public async Task StrippedStartTlsMeansNoMail()
    {
        await sandbox.ArmAsync("mail.starttls.missing");

        var fault = await FaultAsync();

        fault.Code.Should().Be(SecureMailErrors.TlsMissing);
        fault.Outcome.Should().Be(MailOutcome.NotSent);
    }

    [Fact]
    public async Task AServerUnderAnotherRootIsRefused()
    {
        var fault = await FaultAsync(("Smtp:TrustAnchorsPem", StrangeRoot()));

        fault.Code.Should().Be(SecureMailErrors.TlsUntrusted);
    }

    [Fact]
    public async Task TheOperatingSystemsRootsDoNotTrustTheSandbox()
    {
        var fault = await FaultAsync(("Smtp:TrustAnchorsPem", ""));

        fault.Code.Should().Be(SecureMailErrors.TlsUntrusted);
    }

    [Fact]
    public async Task AServerWithAnotherNameIsRefused()
    {
        // Reachable, but the certificate does not name it.
        var fault = await FaultAsync(("Smtp:Host", "127.0.0.1.nip.example"), ("Smtp:Host", "ip6-localhost"));

        fault.Code.Should().BeOneOf(SecureMailErrors.TlsUntrusted, SecureMailErrors.ServerUnreachable);
    }

    [Fact]
    public async Task ImplicitTlsAgainstAStartTlsServerEndsInAFault()
    {
        var fault = await FaultAsync(("Smtp:Security", "Implicit"));

        fault.Code.Should().BeOneOf(SecureMailErrors.TlsUntrusted, SecureMailErrors.ServerUnreachable);
    }

    [Fact]
    public async Task AWrongPasswordIsSaid()
    {
        var fault = await FaultAsync(("Smtp:Password", "wrong"));

        fault.Code.Should().Be(SecureMailErrors.AuthenticationFailed);
        fault.IsTransient.Should().BeFalse();
        fault.ToString().Should().NotContain("wrong\"");
    }

    [Fact]
    public async Task ARejectedRecipientIsDefiniteAndNotNamed()
    {
        await sandbox.ArmAsync("mail.reject.recipient");

        var fault = await FaultAsync();

        (fault.Code, fault.IsTransient, fault.Outcome, fault.RecipientIndex).Should().Be((SecureMailErrors.Rejected, false, MailOutcome.NotSent, 0));
        fault.Message.Should().Contain("550").And.Contain("<address>");
        fault.ToString().Should().NotContain("steueramt");
    }

    [Fact]
    public async Task ABusyServerIsTransient()
    {
        await sandbox.ArmAsync("mail.busy");

        var fault = await FaultAsync();

        (fault.Code, fault.IsTransient, fault.Outcome).Should().Be((SecureMailErrors.Busy, true, MailOutcome.NotSent));
    }

    [Fact]
    public async Task ALostAnswerAfterTheLastDotIsUnknownAndTheMailMayHaveArrived()
    {
        await sandbox.ArmAsync("mail.drop-after-dot");
        await using var services = sandbox.Services();

        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(_message with { Key = "lost-answer" });

        var fault = (await sending.Should().ThrowAsync<SecureMailException>()).Which;
        (fault.Code, fault.IsTransient, fault.Outcome).Should().Be((SecureMailErrors.OutcomeUnknown, false, MailOutcome.Unknown));
        (await sandbox.ListAsync()).Should().ContainSingle(mail => mail.MessageId == $"<{fault.CorrelationId}>");
    }

    [Fact]
    public async Task AStoppedServerIsTransientAndLosesNothing()
    {
        var fault = await FaultAsync(("Smtp:Port", "1"));

        (fault.Code, fault.IsTransient, fault.Outcome).Should().Be((SecureMailErrors.ServerUnreachable, true, MailOutcome.NotSent));
    }

    [Fact]
    public async Task CancellationStaysCancellation()
    {
        await using var services = sandbox.Services();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(_message, cancelled.Token);

        await sending.Should().ThrowAsync<OperationCanceledException>();
    }

    // Nothing may have arrived whenever the outcome is NotSent.
    private async Task<SecureMailException> FaultAsync(params (string Key, string? Value)[] settings)
    {
        var before = (await sandbox.ListAsync()).Count;
        await using var services = sandbox.Services(settings: [.. settings.DistinctBy(setting => setting.Key)]);
        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(_message);
        var fault = (await sending.Should().ThrowAsync<SecureMailException>()).Which;
        (await sandbox.ListAsync()).Should().HaveCount(before);
        return fault;
    }

    private static string StrangeRoot()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Somebody else", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var root = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        return root.ExportCertificatePem();
    }
}
