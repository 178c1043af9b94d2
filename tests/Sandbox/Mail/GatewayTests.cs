using System.Net.Http.Json;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.Sandbox.Mail;

namespace BaseComponents.Tests.Sandbox.Mail;

/// <summary>The gateway's profile, spoken by hand: what leaves it for whom, and what it refuses.</summary>
public sealed class GatewayTests(MailServer server) : IClassFixture<MailServer>
{
    private const string Office = "steueramt@freiberg.amt.example";

    [Theory]
    [InlineData("X-Sandbox-Encrypt: yes\r\n", "Gruss")]
    [InlineData("", "[sicher] Gruss")]
    [InlineData("", "Gruss [SICHER]")]
    public async Task WhatItIsToldToEncryptLeavesEncryptedOrLiesInTheWebMailbox(string header, string subject)
    {
        var id = Id(await SendAsync($"{header}Subject: {subject}\r\nContent-Type: text/plain\r\n\r\nKanarienvogel\r\n", Office, SandboxMailboxes.WithoutCertificate));

        var deliveries = await DeliveriesAsync(id);
        deliveries.Select(delivery => (delivery.Recipients.Single(), delivery.Way)).Should().Equal((Office, "Encrypted"), (SandboxMailboxes.WithoutCertificate, "WebMailbox"));
        var left = await server.Http.GetStringAsync($"mail/{id}/gateway/1.eml", TestContext.Current.CancellationToken);
        left.Should().Contain("Subject: Gruss").And.NotContain("Kanarienvogel").And.NotContainEquivalentOf("[sicher]").And.NotContain("X-Sandbox-Encrypt");
        (await OpenedAsync(left)).Should().EndWith("Content-Type: text/plain\r\n\r\nKanarienvogel\r\n");
    }

    [Fact]
    public async Task WhatNobodyCanReadIsRefusedAndNotKept()
    {
        var before = (await server.ListAsync()).Count;

        (await SendAsync("X-Sandbox-Encrypt: yes\r\nSubject: x\r\n\r\nx\r\n", Office, SandboxMailboxes.OutOfReach)).Should().StartWith("550 5.7.1");
        (await SendAsync("X-Sandbox-Encrypt: yes\r\nX-Sandbox-Plain: yes\r\nSubject: x\r\n\r\nx\r\n", Office)).Should().StartWith("554 5.6.0");
        (await SendAsync("Subject: x\r\nContent-Type: application/msword; name=a.docm\r\nContent-Disposition: attachment; filename=a.docm\r\n\r\nx\r\n", Office)).Should().StartWith("554 5.7.1");

        (await server.ListAsync()).Should().HaveCount(before);
    }

    [Fact]
    public async Task PlainAndEncryptedMailPassesWithoutTheWordsForTheGateway()
    {
        var plain = Id(await SendAsync("X-Sandbox-Plain: yes\r\nSubject: [offen] Gruss\r\n\r\nx\r\n", Office));
        var encrypted = Id(await SendAsync("Subject: y\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nx\r\n", Office));

        ((await DeliveriesAsync(plain)).Single().Way, (await DeliveriesAsync(encrypted)).Single().Way).Should().Be(("Plain", "PassedOn"));
        (await server.Http.GetStringAsync($"mail/{plain}/gateway/1.eml", TestContext.Current.CancellationToken)).Should().Be("Subject: Gruss\r\n\r\nx\r\n");
        (await server.Http.GetStringAsync($"mail/{plain}", TestContext.Current.CancellationToken)).Should().Contain("Gateway").And.Contain("sselt weitergegeben");
    }

    [Fact]
    public async Task IncomingMailGetsMarksAboveTheGatewaysOwnHeaderAndForgedOnesAreTaken()
    {
        var id = await ArriveAsync("X-Sandbox-Gateway: signature-good\r\nFrom: a@b.example\r\nSubject: x\r\nContent-Type: text/plain\r\n\r\nx\r\n");

        var raw = await server.RawAsync(id);
        raw.Should().StartWith("Received: from gateway.sandbox.example (gateway.sandbox.example [127.0.0.2])\r\n\tby mailbox.sandbox.example").And.NotContain("X-Sandbox-Gateway");
    }

    [Fact]
    public async Task WhatIsEncryptedForTheAuthorityComesInDecryptedAndSaysSo()
    {
        using var certificate = X509Certificate2.CreateFromPem(server.Section["Sender:Certificate:Pem"]!);
        var envelope = new EnvelopedCms(new ContentInfo(Encoding.ASCII.GetBytes("Content-Type: text/plain\r\n\r\nKanarienvogel\r\n")));
        envelope.Encrypt(new CmsRecipient(certificate));
        var body = Convert.ToBase64String(envelope.Encode(), Base64FormattingOptions.InsertLineBreaks);

        var id = await ArriveAsync($"From: a@b.example\r\nSubject: x\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}\r\n");

        var raw = await server.RawAsync(id);
        raw.Should().Contain("\r\nX-Sandbox-Gateway: decrypted\r\nReceived: from outside.example").And.EndWith("\r\n\r\nKanarienvogel\r\n").And.NotContain("signature");
    }

    [Fact]
    public async Task AForgedMarkComesFromAStrangersAddress()
    {
        await server.ArmAsync("mail.gateway.forged-mark");

        var raw = await server.RawAsync(await ArriveAsync("From: a@b.example\r\nSubject: x\r\n\r\nx\r\n"));

        raw.Should().StartWith("Received: from gateway.sandbox.example (unknown [192.0.2.66])\r\n\tby mailbox.sandbox.example").And.Contain("X-Sandbox-Gateway: signature-good");
    }

    [Fact]
    public async Task AnEmptyIncomingMailIsRefused() =>
        ((int)(await server.Http.PostAsync("mail/gateway/incoming", new ByteArrayContent([]), TestContext.Current.CancellationToken)).StatusCode).Should().Be(400);

    private async Task<string> SendAsync(string mail, params string[] recipients)
    {
        await using var talk = await SmtpTalk.ReadyAsync(server);
        (await talk.SayAsync("MAIL FROM:<a@b.example>")).Should().StartWith("250");
        foreach (var recipient in recipients)
            (await talk.SayAsync($"RCPT TO:<{recipient}>")).Should().StartWith("250");
        (await talk.SayAsync("DATA")).Should().StartWith("354");
        return await talk.SayAsync(mail + ".");
    }

    private static string Id(string reply) => reply.Should().StartWith("250 2.0.0 Kept as ").And.Subject!.Trim()[18..];

    private async Task<IReadOnlyList<Delivery>> DeliveriesAsync(string id) => (await server.Http.GetFromJsonAsync<List<Delivery>>($"mail/{id}/gateway.json", TestContext.Current.CancellationToken))!;

    private async Task<string> ArriveAsync(string mail)
    {
        var answer = await server.Http.PostAsync("mail/gateway/incoming", new ByteArrayContent(Encoding.Latin1.GetBytes(mail)), TestContext.Current.CancellationToken);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<MailServer.Kept>(TestContext.Current.CancellationToken))!.Id;
    }

    private async Task<string> OpenedAsync(string mail)
    {
        var key = await server.Http.GetStringAsync($"mail/keys/{Office}.pem", TestContext.Current.CancellationToken);
        var envelope = new EnvelopedCms();
        envelope.Decode(Convert.FromBase64String(mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]));
        using var certificate = X509Certificate2.CreateFromPem(key, key);
        envelope.Decrypt(envelope.RecipientInfos[0], [certificate]);
        return Encoding.Latin1.GetString(envelope.ContentInfo.Content);
    }

    private sealed record Delivery(IReadOnlyList<string> Recipients, string Way);
}
