using System.Text;
using System.Text.RegularExpressions;
using BaseComponents.Sandbox.Mail;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>The header inside (RFC 9788), as openssl takes it out of a mail that was sent, and put in by openssl.</summary>
public sealed partial class HeadersAreProtectedTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    private static readonly byte[] _picture = [.. Enumerable.Range(0, 3000).Select(i => (byte)(i * 7))];

    private static readonly SecureMessage _message = new()
    {
        To = [MailSandbox.Office],
        Subject = "Antrag Hundesteuer",
        Text = "Grüße",
        Html = "<!doctype html><title>x</title><img src=\"cid:wappen\">",
        Attachments = [SecureAttachment.FromBytes("wappen.png", "image/png", _picture) with { ContentId = "wappen" }],
    };

    [Fact]
    public async Task AnEncryptedMailSaysInsideWhatItHidesOutside()
    {
        using var openssl = OpenSsl.OrSkip();
        var outer = await SendAsync(openssl, _message);
        openssl.File("office.pem", await sandbox.KeyPemAsync(MailSandbox.Office));

        await openssl.RunAsync("cms", "-decrypt", "-in", "mail.eml", "-recip", "office.pem", "-inkey", "office.pem", "-out", "signed.eml");
        var inside = await VerifiedAsync(openssl, "signed.eml");

        outer.Should().Contain("Subject: [...]").And.NotContain("Subject: Antrag Hundesteuer");
        inside[0].Should().StartWith("Content-Type: multipart/alternative;").And.Contain("hp=\"cipher\"").And.Contain("protected-headers=\"v1\"");
        inside.Should().Contain("Subject: Antrag Hundesteuer").And.NotContain("Subject: [...]");
        var fields = outer.Where(line => line.Split(':')[0] is "From" or "To" or "Subject" or "Date" or "Message-Id").ToList();
        fields.Should().HaveCount(5);
        inside.Where(line => line.StartsWith("HP-Outer: ", StringComparison.Ordinal)).Should().BeEquivalentTo(fields.Select(line => "HP-Outer: " + line));
        inside.Should().Contain(fields.Where(line => !line.StartsWith("Subject", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ASignedMailSaysItsHeaderTwice()
    {
        using var openssl = OpenSsl.OrSkip();
        var outer = await SendAsync(openssl, _message with { Protection = MailProtection.Plain("receipt without personal data") });

        var inside = await VerifiedAsync(openssl, "mail.eml");

        inside[0].Should().Contain("hp=\"clear\"").And.Contain("protected-headers=\"v1\"");
        inside.Should().NotContain(line => line.StartsWith("HP-Outer", StringComparison.Ordinal)).And.Contain("Subject: Antrag Hundesteuer");
        inside.Should().Contain(outer.Where(line => line.Split(':')[0] is "From" or "To" or "Subject" or "Date" or "Message-Id"));
    }

    [Fact]
    public async Task APictureStandsBesideItsHtml()
    {
        using var openssl = OpenSsl.OrSkip();
        await SendAsync(openssl, _message);
        openssl.File("office.pem", await sandbox.KeyPemAsync(MailSandbox.Office));
        await openssl.RunAsync("cms", "-decrypt", "-in", "mail.eml", "-recip", "office.pem", "-inkey", "office.pem", "-out", "signed.eml");
        await VerifiedAsync(openssl, "signed.eml");

        using var content = MimeMessage.Load(new MemoryStream(openssl.Read("content.eml")));

        (content.Subject, content.HtmlBody).Should().Be(("Antrag Hundesteuer", _message.Html));
        var related = ((Multipart)content.Body!)[1].Should().BeOfType<MultipartRelated>().Which;
        using var picture = new MemoryStream();
        ((MimePart)related[related.IndexOf(new Uri("cid:wappen"))]).Content!.DecodeTo(picture);
        picture.ToArray().Should().Equal(_picture);
    }

    [Theory]
    [InlineData("hp=\"cipher\"")]
    [InlineData("protected-headers=\"v1\"")]
    public async Task TheSubjectInsideOfAMailOfOthersIsShown(string marker)
    {
        using var openssl = OpenSsl.OrSkip();
        openssl.File("office.pem", await sandbox.KeyPemAsync(MailSandbox.Office));
        openssl.File("sender.pem", await sandbox.KeyPemAsync(SandboxMailboxes.Sender));
        openssl.File("content.eml", $"Content-Type: text/plain; {marker}\r\nSubject: Bescheid innen\r\nFrom: {MailSandbox.Office}\r\n\r\nText\r\n");
        await openssl.RunAsync("cms", "-sign", "-in", "content.eml", "-out", "signed.eml", "-signer", "office.pem", "-inkey", "office.pem", "-md", "sha256");
        await openssl.RunAsync("cms", "-encrypt", "-aes256", "-in", "signed.eml", "-out", "sealed.eml", "-from", MailSandbox.Office, "-subject", "[...]", "-recip", "sender.pem");
        await using var services = sandbox.Services();

        await using var mail = await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(openssl.Read("sealed.eml")));

        (mail.Verdict.GetType(), mail.Subject, mail.SubjectOrigin).Should().Be((typeof(SignatureVerdict.Valid), "Bescheid innen", HeaderOrigin.Protected));
    }

    private async Task<IReadOnlyList<string>> SendAsync(OpenSsl openssl, SecureMessage message)
    {
        await using var services = sandbox.Services();
        var receipt = await services.GetRequiredService<ISecureMailClient>().SendAsync(message);
        openssl.File("mail.eml", await sandbox.RawByMessageIdAsync(receipt.MessageId));
        openssl.File("root.pem", sandbox.Section["TrustAnchorsPem"]!);
        return Header(openssl.Read("mail.eml"));
    }

    private static async Task<IReadOnlyList<string>> VerifiedAsync(OpenSsl openssl, string file)
    {
        (await openssl.RunAsync("cms", "-verify", "-in", file, "-CAfile", "root.pem", "-purpose", "smimesign", "-out", "content.eml")).Should().Contain("successful");
        return Header(openssl.Read("content.eml"));
    }

    // Unfolded and otherwise as it stands there, without a MIME library.
    private static string[] Header(byte[] entity) =>
        Fold().Replace(Encoding.ASCII.GetString(entity).Split("\r\n\r\n")[0], " ").Split("\r\n");

    [GeneratedRegex("\r\n[ \t]+")]
    private static partial Regex Fold();
}
