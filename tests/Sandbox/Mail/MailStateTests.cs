using System.Net.Http.Json;
using BaseComponents.Sandbox;
using BaseComponents.Sandbox.Mail;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Sandbox.Mail;

/// <summary>What the mail part keeps between two starts, and what its settings hold.</summary>
public sealed class MailStateTests
{
    [Fact]
    public async Task KeysAccountAndMailsSurviveARestart()
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-mail");
        try
        {
            var first = await VisitAsync(folder.FullName, send: true);
            var second = await VisitAsync(folder.FullName, send: false);

            second.Should().BeEquivalentTo(first);
            second.Mails.Should().Be(1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task TheSettingsHoldEveryOfficeAndTheBadOnes()
    {
        await using var sandbox = await SandboxServer.StartAsync();

        var recipients = sandbox.Configuration.GetSection("BaseComponents:SecureMail:Recipients").GetChildren().Select(recipient => recipient["Address"]!).ToList();

        recipients.Should().OnlyHaveUniqueItems().And.Contain("steueramt@freiberg.amt.example").And.Contain(SandboxMailboxes.ExpiredCertificate).And.Contain(SandboxMailboxes.Sender);
        recipients.Should().NotContain(SandboxMailboxes.WithoutCertificate);
        recipients.Count(address => address.EndsWith(".amt.example", StringComparison.Ordinal)).Should().BeGreaterThan(100);
    }

    [Fact]
    public async Task ATakenPortIsSaidAsSuch()
    {
        await using var first = await SandboxServer.StartAsync();
        var port = first.Configuration.GetValue<int>("BaseComponents:SecureMail:Smtp:Port");

        var second = () => SandboxServer.StartAsync(new SandboxOptions { SmtpPort = port });

        (await second.Should().ThrowAsync<IOException>()).Which.Message.Should().Contain($"{port}");
    }

    private static async Task<Visit> VisitAsync(string folder, bool send)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { StatePath = folder });
        var section = sandbox.Configuration.GetSection("BaseComponents:SecureMail");
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        if (send)
            await SendAsync(section);
        var mails = (await http.GetFromJsonAsync<List<object>>("mail/list.json"))!.Count;
        return new Visit(section["Smtp:Password"]!, section["Sender:Certificate:Pem"]!, section["Recipients:0:CertificatePem"]!, await http.GetStringAsync("mail/keys/steueramt@freiberg.amt.example.pem"), mails);
    }

    private static async Task SendAsync(IConfigurationSection section)
    {
        await using var talk = await SmtpTalk.ConnectAsync(section.GetValue<int>("Smtp:Port"));
        await talk.SayAsync("EHLO test.example");
        await talk.StartTlsAsync(System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(section["Smtp:TrustAnchorsPem"]!));
        await talk.SayAsync("EHLO test.example");
        await talk.SayAsync("AUTH PLAIN " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"\0{section["Smtp:User"]}\0{section["Smtp:Password"]}")));
        await talk.SayAsync("MAIL FROM:<a@b.example>");
        await talk.SayAsync("RCPT TO:<steueramt@freiberg.amt.example>");
        await talk.SayAsync("DATA");
        (await talk.SayAsync("Subject: x\r\n\r\ny\r\n.")).Should().StartWith("250");
    }

    private sealed record Visit(string Password, string Sender, string Recipient, string OfficeKey, int Mails);
}
