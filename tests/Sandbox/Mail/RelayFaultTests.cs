using System.Net.Http.Json;
using System.Security.Authentication;

namespace BaseComponents.Tests.Sandbox.Mail;

/// <summary>What the mail server does wrong when it is told to, and nothing else.</summary>
public sealed class RelayFaultTests(MailServer server) : IClassFixture<MailServer>
{
    private const string Office = "steueramt@freiberg.amt.example";

    [Fact]
    public async Task OneRecipientIsRefusedForNow()
    {
        await server.ArmAsync("mail.busy.recipient");
        await using var talk = await OpenAsync();

        (await talk.SayAsync($"RCPT TO:<{Office}>")).Should().StartWith("451 4.2.1");
        (await talk.SayAsync($"RCPT TO:<{Office}>")).Should().StartWith("250");
    }

    [Theory]
    [InlineData("mail.busy-after-dot", "451 4.3.0")]
    [InlineData("mail.reject-after-dot", "554 5.6.0")]
    [InlineData("mail.drop-before-dot", "")]
    public async Task TheMailIsNotKept(string fault, string answer)
    {
        var before = (await server.ListAsync()).Count;
        await server.ArmAsync(fault);
        await using var talk = await OpenAsync();
        await talk.SayAsync($"RCPT TO:<{Office}>");
        await talk.SayAsync("DATA");

        var reply = await talk.SayAsync("Subject: x\r\n\r\nx\r\n.");

        if (answer.Length == 0)
            reply.Should().BeEmpty();
        else
            reply.Should().StartWith(answer);
        (await server.ListAsync()).Should().HaveCount(before);
    }

    [Fact]
    public async Task TheCertificateHasExpired()
    {
        await server.ArmAsync("mail.tls.expired");
        await using var talk = await SmtpTalk.ConnectAsync(server.Port);
        await talk.SayAsync("EHLO test.example");

        var handshake = () => talk.StartTlsAsync(server.Root);

        await handshake.Should().ThrowAsync<AuthenticationException>();
        await using var next = await SmtpTalk.ReadyAsync(server);
    }

    [Fact]
    public async Task AReportComesToTheSenderWithEnvelopeIdAndMessageId()
    {
        await server.ArmAsync("mail.dsn.failure");
        await using var talk = await OpenAsync("MAIL FROM:<reports@b.example> ENVID=QQ314159 RET=HDRS");
        await talk.SayAsync("RCPT TO:<still@b.example> NOTIFY=NEVER");
        await talk.SayAsync($"RCPT TO:<{Office}> NOTIFY=FAILURE");
        await talk.SayAsync("DATA");
        (await talk.SayAsync("Subject: x\r\nMessage-ID: <4711@b.example>\r\n\r\nx\r\n.")).Should().StartWith("250");

        var report = await ReportAsync("reports@b.example");

        report.Should().Contain("Original-Envelope-Id: QQ314159").And.Contain("Message-ID: <4711@b.example>").And.Contain($"Final-Recipient: rfc822; {Office}").And.NotContain("still@").And.Contain("multipart/report");
    }

    [Fact]
    public async Task AReportMayBeLate()
    {
        (await server.Http.PostAsJsonAsync("_sandbox/faults", new { name = "mail.dsn.failure", times = 1, milliseconds = 600 }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await using var talk = await OpenAsync("MAIL FROM:<late@b.example>");
        await talk.SayAsync($"RCPT TO:<{Office}>");
        await talk.SayAsync("DATA");
        await talk.SayAsync("Subject: x\r\n\r\nx\r\n.");

        (await server.ListAsync()).Should().NotContain(mail => mail.Recipients.Contains("late@b.example"));
        (await ReportAsync("late@b.example")).Should().Contain("Action: failed");
    }

    [Fact]
    public async Task AForgedReportKnowsNothingOfTheMail()
    {
        await server.ArmAsync("mail.dsn.forged");
        await using var talk = await OpenAsync("MAIL FROM:<forged@b.example> ENVID=mine");
        await talk.SayAsync($"RCPT TO:<{Office}>");
        await talk.SayAsync("DATA");
        await talk.SayAsync("Subject: x\r\nMessage-ID: <mine@b.example>\r\n\r\nx\r\n.");

        (await ReportAsync("forged@b.example")).Should().Contain("Original-Envelope-Id: forged").And.NotContain("mine");
    }

    [Fact]
    public async Task WhoeverAsksIsToldOfTheDelivery()
    {
        await using var talk = await OpenAsync("MAIL FROM:<asking@b.example> ENVID=QQ+2B1 RET=HDRS");
        await talk.SayAsync("RCPT TO:<quiet@b.example> NOTIFY=FAILURE,DELAY");
        await talk.SayAsync($"RCPT TO:<{Office}> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;tax+2Boffice@b.example");
        await talk.SayAsync("DATA");
        await talk.SayAsync("Subject: x\r\nMessage-ID: <4712@b.example>\r\n\r\nx\r\n.");

        (await ReportAsync("asking@b.example")).Should().Contain("Original-Envelope-Id: QQ+1\r\n").And.Contain("Action: delivered").And.Contain("Status: 2.1.5")
            .And.Contain("Original-Recipient: rfc822;tax+office@b.example").And.Contain($"Final-Recipient: rfc822; {Office}").And.NotContain("quiet@");
    }

    [Fact]
    public async Task ADelayIsReported()
    {
        await server.ArmAsync("mail.dsn.delayed");
        await using var talk = await OpenAsync("MAIL FROM:<delayed@b.example> ENVID=QQ2");
        await talk.SayAsync($"RCPT TO:<{Office}>");
        await talk.SayAsync("DATA");
        await talk.SayAsync("Subject: x\r\n\r\nx\r\n.");

        (await ReportAsync("delayed@b.example")).Should().Contain("Original-Envelope-Id: QQ2").And.Contain("Action: delayed").And.Contain("Status: 4.4.1");
    }

    [Fact]
    public async Task SomebodyWhoHasTheMailForgesAReportWithoutItsEnvelopeId()
    {
        await server.ArmAsync("mail.dsn.forged-message-id");
        await using var talk = await OpenAsync("MAIL FROM:<known@b.example> ENVID=secret");
        await talk.SayAsync($"RCPT TO:<{Office}>");
        await talk.SayAsync("DATA");
        await talk.SayAsync("Subject: x\r\nMessage-ID: <mine@b.example>\r\n\r\nx\r\n.");

        (await ReportAsync("known@b.example")).Should().Contain("Message-ID: <mine@b.example>").And.Contain("Action: failed").And.NotContain("secret");
    }

    private async Task<SmtpTalk> OpenAsync(string mail = "MAIL FROM:<a@b.example>")
    {
        var talk = await SmtpTalk.ReadyAsync(server);
        (await talk.SayAsync(mail)).Should().StartWith("250");
        return talk;
    }

    private async Task<string> ReportAsync(string sender)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if ((await server.ListAsync()).FirstOrDefault(mail => mail.Recipients.Contains(sender)) is { } report)
                return await server.RawAsync(report.Id);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("No report came.");
    }
}
