using System.Text;
using BaseComponents.SecureMail;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>No store of certificates learns from what comes in, and nothing a caller writes becomes a header.</summary>
public sealed class ReceivedMailTeachesNothingTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    [Fact]
    public async Task ASelfSignedMailFromAnOfficeDoesNotChangeWhomWeEncryptTo()
    {
        using var openssl = OpenSsl.OrSkip();
        openssl.File("office.pem", await sandbox.KeyPemAsync(MailSandbox.Office));
        openssl.File("content.eml", "Content-Type: text/plain\r\n\r\nBitte künftig an diesen Schlüssel\r\n");
        await openssl.RunAsync(
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "attacker.key", "-out", "attacker.crt", "-days", "2", "-subj", "/CN=Steueramt",
            "-addext", "subjectAltName=email:" + MailSandbox.Office, "-addext", "extendedKeyUsage=emailProtection", "-addext", "basicConstraints=critical,CA:FALSE");
        await openssl.RunAsync(
            "cms", "-sign", "-in", "content.eml", "-out", "poison.eml", "-signer", "attacker.crt", "-inkey", "attacker.key", "-md", "sha256", "-from", MailSandbox.Office);
        await using var services = sandbox.Services();

        var poison = await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(openssl.Read("poison.eml")));
        var receipt = await services.GetRequiredService<ISecureMailClient>().SendAsync(new SecureMessage { To = [MailSandbox.Office], Subject = "Antrag", Text = "geheim" });

        poison.Verdict.Should().BeOfType<SignatureVerdict.UnknownSigner>();
        openssl.File("mail.eml", await sandbox.RawByMessageIdAsync(receipt.MessageId));
        await openssl.RunAsync("cms", "-decrypt", "-in", "mail.eml", "-recip", "office.pem", "-inkey", "office.pem", "-out", "opened.eml");
        var attack = () => openssl.RunAsync("cms", "-decrypt", "-in", "mail.eml", "-recip", "attacker.crt", "-inkey", "attacker.key", "-out", "stolen.eml");
        await attack.Should().ThrowAsync<Exception>();
    }

    [Fact]
    public async Task EverySubjectArrivesAsItWasOrIsRefused()
    {
        await using var services = sandbox.Services(options => options.Sender.HeaderConfidentiality = HeaderConfidentiality.None);
        var client = services.GetRequiredService<ISecureMailClient>();
        string[] pieces = ["Antrag", "\r\n", "\n", "\r", "\0", "Bcc: a@b.example", "ẞ", "ü", "𝕏", " ", "=?utf-8?q?a=0d=0aBcc:_x?=", "\u2028", "\u0085", "é", ":", new string('x', 90), "\t"];

        var subjects = new List<string>();
        Gen.Int[0, pieces.Length - 1].Array[1, 6].Sample(picks => subjects.Add(string.Concat(picks.Select(pick => pieces[pick]))), iter: 60, threads: 1);
        foreach (var subject in subjects)
            await ArrivesOrIsRefusedAsync(client, subject);
    }

    private async Task ArrivesOrIsRefusedAsync(ISecureMailClient client, string subject)
    {
        MailReceipt receipt;
        try
        {
            receipt = await client.SendAsync(new SecureMessage { To = [MailSandbox.Office], Subject = subject, Text = "Text" });
        }
        catch (SecureMailException exception)
        {
            exception.Code.Should().Be(SecureMailErrors.MessageInvalid);
            (subject.Any(char.IsControl) || subject.Contains("=?", StringComparison.Ordinal) || string.IsNullOrWhiteSpace(subject) || subject.Length > 400).Should().BeTrue();
            return;
        }

        var raw = await sandbox.RawByMessageIdAsync(receipt.MessageId);
        var mail = MimeKit.MimeMessage.Load(new MemoryStream(raw));
        mail.Headers.Select(header => header.Field).Should().OnlyHaveUniqueItems().And.NotContain("Bcc");
        Encoding.Latin1.GetString(raw).Split("\r\n\r\n")[0].Should().NotContain("\nBcc");
        mail.Subject!.Trim().Should().Be(subject.Trim());
    }
}
