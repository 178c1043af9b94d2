using System.Text;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>Mails that went through the Sandbox's mail server, opened by openssl with the office's key.</summary>
public sealed class SentMailOpensElsewhereTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    private static readonly SecureMessage _message = new()
    {
        To = [MailSandbox.OaepOffice],
        Subject = "Antrag Hundesteuer",
        Text = "Grüße\naus dem Test\n",
        Attachments = [SecureAttachment.FromBytes("antrag.pdf", "application/pdf", [.. Enumerable.Range(0, 5000).Select(i => (byte)i)])],
    };

    [Fact]
    public async Task OpensslDecryptsWithTheOfficesKeyAndVerifiesTheSender()
    {
        using var openssl = OpenSsl.OrSkip();
        await SendAsync(openssl, _message);

        await openssl.RunAsync("cms", "-decrypt", "-in", "mail.eml", "-recip", "office.pem", "-inkey", "office.pem", "-out", "signed.eml");
        var verified = await openssl.RunAsync("cms", "-verify", "-in", "signed.eml", "-CAfile", "root.pem", "-purpose", "smimesign", "-out", "content.eml", "-signer", "signer.pem");
        verified.Should().Contain("successful");
        var signer = await openssl.RunAsync("x509", "-in", "signer.pem", "-noout", "-ext", "subjectAltName");
        signer.Should().Contain("email:onlinedienste@beispielstadt.example");
        var content = MimeKit.MimeMessage.Load(new MemoryStream(openssl.Read("content.eml")));
        content.TextBody!.ReplaceLineEndings("\n").Should().Be(_message.Text);
        var attachment = (MimeKit.MimePart)content.Attachments.Single();
        attachment.FileName.Should().Be("antrag.pdf");
        using var bytes = new MemoryStream();
        attachment.Content!.DecodeTo(bytes);
        bytes.ToArray().Should().Equal(Enumerable.Range(0, 5000).Select(i => (byte)i));
    }

    private async Task<MailReceipt> SendAsync(OpenSsl openssl, SecureMessage message, params (string Key, string? Value)[] settings)
    {
        await using var services = sandbox.Services(settings: settings);
        var receipt = await services.GetRequiredService<ISecureMailClient>().SendAsync(message);
        openssl.File("mail.eml", await sandbox.RawByMessageIdAsync(receipt.MessageId));
        openssl.File("office.pem", await sandbox.KeyPemAsync(message.To[0]));
        openssl.File("root.pem", Encoding.ASCII.GetBytes(sandbox.Section["TrustAnchorsPem"]!));
        return receipt;
    }
}
