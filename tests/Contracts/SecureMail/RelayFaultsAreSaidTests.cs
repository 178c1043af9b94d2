using System.Text;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>Every fault of relay and gateway, and what the caller sees: never plain text, never silently lost, and unknown where nobody can know.</summary>
public sealed class RelayFaultsAreSaidTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    private const string Canary = "Kanarienvogel4711";
    private static readonly SecureMessage _message = new() { To = [MailSandbox.Office], Subject = "Antrag", Text = Canary };

    [Theory]
    [InlineData("mail.starttls.missing", SecureMailErrors.TlsMissing, false, MailOutcome.NotSent)]
    [InlineData("mail.tls.expired", SecureMailErrors.TlsUntrusted, false, MailOutcome.NotSent)]
    [InlineData("mail.busy", SecureMailErrors.Busy, true, MailOutcome.NotSent)]
    [InlineData("mail.busy.recipient", SecureMailErrors.Busy, true, MailOutcome.NotSent)]
    [InlineData("mail.reject.recipient", SecureMailErrors.Rejected, false, MailOutcome.NotSent)]
    [InlineData("mail.drop-before-dot", SecureMailErrors.ServerUnreachable, true, MailOutcome.NotSent)]
    [InlineData("mail.busy-after-dot", SecureMailErrors.Busy, true, MailOutcome.NotSent)]
    [InlineData("mail.reject-after-dot", SecureMailErrors.Rejected, false, MailOutcome.NotSent)]
    [InlineData("mail.drop-after-dot", SecureMailErrors.OutcomeUnknown, false, MailOutcome.Unknown)]
    public async Task EachFaultIsSaidForWhatItIs(string fault, string code, bool isTransient, MailOutcome outcome)
    {
        var before = (await sandbox.ListAsync()).Count;
        await sandbox.ArmAsync(fault);
        // Large enough that the connection can end in the middle of it.
        var large = _message with { Attachments = [SecureAttachment.FromBytes("a.bin", "application/octet-stream", new byte[4_000_000])] };

        var said = await FaultAsync(large);

        (said.Code, said.IsTransient, said.Outcome).Should().Be((code, isTransient, outcome));
        said.ToString().Should().NotContain("steueramt").And.NotContain(Canary);
        var kept = await sandbox.ListAsync();
        kept.Should().HaveCount(before + (outcome is MailOutcome.Unknown ? 1 : 0));
        if (outcome is MailOutcome.Unknown)
            Encoding.Latin1.GetString(await sandbox.RawAsync(kept[0].Id)).Should().NotContain(Canary);
    }

    /// <summary>The dangerous one: a mail that the gateway should encrypt, and somebody who takes TLS away.</summary>
    [Theory]
    [InlineData("mail.starttls.missing", SecureMailErrors.TlsMissing)]
    [InlineData("mail.tls.expired", SecureMailErrors.TlsUntrusted)]
    public async Task WhatIsLeftToTheGatewayDoesNotGoWithoutVerifiedTls(string fault, string code)
    {
        var before = (await sandbox.ListAsync()).Count;
        await sandbox.ArmAsync(fault);

        (await FaultAsync(_message with { Protection = MailProtection.ByGateway })).Code.Should().Be(code);

        (await sandbox.ListAsync()).Should().HaveCount(before);
    }

    [Theory]
    [InlineData("mail.busy.recipient", MailPartState.NotSent, SecureMailErrors.Busy)]
    [InlineData("mail.drop-after-dot", MailPartState.Unknown, SecureMailErrors.OutcomeUnknown)]
    public async Task OfSeveralMailsTheFateOfEachIsSaid(string fault, MailPartState state, string code)
    {
        await sandbox.ArmAsync(fault);

        var said = await FaultAsync(_message with { To = [MailSandbox.Office], Bcc = ["kurve@beispielstadt.example"] });

        said.Parts.Should().HaveCount(2);
        (said.Parts[0].State, said.Parts[0].Code).Should().Be((state, code));
        said.Outcome.Should().Be(MailOutcome.Partly);
        said.Parts[1].State.Should().Be(state is MailPartState.Unknown ? MailPartState.NotSent : MailPartState.Accepted);
    }

    /// <summary>A report comes later, by mail; it changes nothing about what the server said, and a forged one neither.</summary>
    [Theory]
    [InlineData("mail.dsn.failure")]
    [InlineData("mail.dsn.forged")]
    public async Task AReportIsAMailThatProvesNothing(string fault)
    {
        var before = (await sandbox.ListAsync()).Select(mail => mail.Id).ToHashSet();
        await sandbox.ArmAsync(fault, milliseconds: 200);
        await using var services = sandbox.Services();

        var receipt = await services.GetRequiredService<ISecureMailClient>().SendAsync(_message, TestContext.Current.CancellationToken);

        var report = await ReportAsync(before);
        report.Contains($"<{receipt.MessageId}>", StringComparison.Ordinal).Should().Be(fault == "mail.dsn.failure");
        await using var read = await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(Encoding.Latin1.GetBytes(report)), TestContext.Current.CancellationToken);
        read.Verdict.Should().BeOfType<SignatureVerdict.NotSigned>();
    }

    private async Task<string> ReportAsync(HashSet<string> before)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if ((await sandbox.ListAsync()).FirstOrDefault(mail => mail.Sender.Length == 0 && !before.Contains(mail.Id)) is { } report)
                return Encoding.Latin1.GetString(await sandbox.RawAsync(report.Id));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("No report came.");
    }

    private async Task<SecureMailException> FaultAsync(SecureMessage message)
    {
        await using var services = sandbox.Services();
        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(message);
        return (await sending.Should().ThrowAsync<SecureMailException>()).Which;
    }
}
