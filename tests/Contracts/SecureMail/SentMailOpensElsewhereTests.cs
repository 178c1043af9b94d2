using BaseComponents.Sandbox.Mail;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>Mails that went through the Sandbox's mail server, opened by openssl with the office's key.</summary>
public sealed class SentMailOpensElsewhereTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    private static readonly byte[] _pdf = [.. Enumerable.Range(0, 5000).Select(i => (byte)i)];

    private static readonly SecureMessage _message = new()
    {
        To = [MailSandbox.Office],
        Subject = "Antrag Hundesteuer",
        Text = "Grüße\naus dem Test, ẞ\n.\n..Punkt am Anfang\n",
        Attachments = [SecureAttachment.FromBytes("antrag.pdf", "application/pdf", _pdf), SecureAttachment.FromBytes("Übersicht Straße.csv", "text/csv", "a;b\r\n"u8.ToArray())],
    };

    [Fact]
    public async Task OpensslDecryptsWithTheOfficesKeyAndVerifiesTheSender()
    {
        using var openssl = OpenSsl.OrSkip();
        await SendAsync(openssl, _message);

        await openssl.RunAsync("cms", "-decrypt", "-in", "mail.eml", "-recip", "office.pem", "-inkey", "office.pem", "-out", "signed.eml");
        var verified = await openssl.RunAsync("cms", "-verify", "-in", "signed.eml", "-CAfile", "root.pem", "-purpose", "smimesign", "-out", "content.eml", "-signer", "signer.pem");

        verified.Should().Contain("successful");
        (await openssl.RunAsync("x509", "-in", "signer.pem", "-noout", "-ext", "subjectAltName")).Should().Contain("email:" + SandboxMailboxes.Sender);
        var content = MimeKit.MimeMessage.Load(new MemoryStream(openssl.Read("content.eml")));
        content.TextBody!.ReplaceLineEndings("\n").Should().Be(_message.Text);
        content.Attachments.Cast<MimeKit.MimePart>().Select(part => part.FileName).Should().Equal("antrag.pdf", "Übersicht Straße.csv");
        Bytes(content.Attachments.First()).Should().Equal(_pdf);
    }

    [Theory]
    [InlineData(0, "rsaesOaep", "sha256")]
    [InlineData(1, "rsaEncryption", null)]
    public async Task TheKeyTransportFollowsTheCertificateAndTheCipherIsAlwaysAes256(int office, string transport, string? hash)
    {
        using var openssl = OpenSsl.OrSkip();
        await SendAsync(openssl, _message with { To = [OfficeAddresses()[office]] });

        var structure = await openssl.RunAsync("cms", "-cmsout", "-print", "-noout", "-in", "mail.eml");

        structure.Should().Contain("aes-256-cbc").And.NotContain("des-ede3").And.NotContain("rc2");
        structure.Should().Contain("algorithm: " + transport);
        if (hash is not null)
            structure.Should().Contain(":" + hash);
    }

    [Fact]
    public async Task TheSettingOfARecipientWinsOverItsCertificate()
    {
        using var openssl = OpenSsl.OrSkip();
        var silent = OfficeAddresses()[1];
        await SendAsync(openssl, _message with { To = [silent] }, (RecipientKey(silent) + ":KeyTransport", "Oaep"));

        (await openssl.RunAsync("cms", "-cmsout", "-print", "-noout", "-in", "mail.eml")).Should().Contain("algorithm: rsaesOaep");
    }

    [Fact]
    public async Task ARecipientWhoReadsGcmGetsAuthenticatedEncryption()
    {
        using var openssl = OpenSsl.OrSkip();
        await SendAsync(openssl, _message, (RecipientKey(MailSandbox.Office) + ":ContentEncryption", "Gcm"));

        var structure = await openssl.RunAsync("cms", "-cmsout", "-print", "-noout", "-in", "mail.eml");
        await openssl.RunAsync("cms", "-decrypt", "-in", "mail.eml", "-recip", "office.pem", "-inkey", "office.pem", "-out", "signed.eml");

        structure.Should().Contain("id-smime-ct-authEnvelopedData").And.Contain("aes-256-gcm");
        (await openssl.RunAsync("cms", "-verify", "-in", "signed.eml", "-CAfile", "root.pem", "-purpose", "smimesign", "-out", "content.eml")).Should().Contain("successful");
        Bytes(MimeKit.MimeMessage.Load(new MemoryStream(openssl.Read("content.eml"))).Attachments.First()).Should().Equal(_pdf);
    }

    [Theory]
    [InlineData("Pkcs1", "sha256")]
    [InlineData("Pss", "rsassaPss")]
    public async Task TheSignatureIsRsaWithSha256(string padding, string algorithm)
    {
        using var openssl = OpenSsl.OrSkip();
        await SendAsync(openssl, _message, ("Sender:SignaturePadding", padding));
        await openssl.RunAsync("cms", "-decrypt", "-in", "mail.eml", "-recip", "office.pem", "-inkey", "office.pem", "-out", "signed.eml");

        var structure = await openssl.RunAsync("cms", "-cmsout", "-print", "-noout", "-in", "signed.eml");

        structure.Should().Contain("algorithm: sha256").And.Contain("algorithm: " + algorithm).And.NotContain("algorithm: sha1");
        (await openssl.RunAsync("cms", "-verify", "-in", "signed.eml", "-CAfile", "root.pem", "-out", "content.eml")).Should().Contain("successful");
    }

    [Fact]
    public async Task APlainMailIsSignedAndReadable()
    {
        using var openssl = OpenSsl.OrSkip();
        var receipt = await SendAsync(openssl, _message with { To = [SandboxMailboxes.WithoutCertificate], Protection = MailProtection.Plain("receipt without personal data") });

        receipt.Protection.IsEncrypted.Should().BeFalse();
        (await openssl.RunAsync("cms", "-verify", "-in", "mail.eml", "-CAfile", "root.pem", "-out", "content.eml")).Should().Contain("successful");
        MimeKit.MimeMessage.Load(new MemoryStream(openssl.Read("content.eml"))).TextBody!.ReplaceLineEndings("\n").Should().Be(_message.Text);
    }

    [Fact]
    public async Task EveryRecipientAndOnWishTheSenderCanOpenTheMail()
    {
        using var openssl = OpenSsl.OrSkip();
        var offices = OfficeAddresses().Take(2).ToArray();
        await SendAsync(openssl, _message with { To = offices }, ("Sender:EncryptToSelf", "true"));

        foreach (var address in offices.Append(SandboxMailboxes.Sender))
        {
            openssl.File("key.pem", await sandbox.KeyPemAsync(address));
            await openssl.RunAsync("cms", "-decrypt", "-in", "mail.eml", "-recip", "key.pem", "-inkey", "key.pem", "-out", "signed.eml");
        }
    }

    [Fact]
    public async Task TheSameKeyGivesTheSameMessageIdWhichDoesNotShowTheKey()
    {
        await using var services = sandbox.Services();
        var client = services.GetRequiredService<ISecureMailClient>();

        var first = await client.SendAsync(_message with { Key = "AZ-4711/notice" });
        var again = await client.SendAsync(_message with { Key = "AZ-4711/notice" });
        var other = await client.SendAsync(_message with { Key = "AZ-4712/notice" });
        var random = await client.SendAsync(_message);

        again.MessageId.Should().Be(first.MessageId).And.NotContain("4711").And.EndWith("@beispielstadt.example");
        new[] { first.MessageId, other.MessageId, random.MessageId }.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task TheContentDoesNotCrossTheWireInPlainText()
    {
        using var openssl = OpenSsl.OrSkip();
        await SendAsync(openssl, _message);

        var wire = System.Text.Encoding.Latin1.GetString(openssl.Read("mail.eml"));
        wire.Should().NotContain("antrag.pdf").And.NotContain("text/csv").And.NotContain(Convert.ToBase64String(_pdf)[..40]);
        var headers = wire[..wire.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n").Where(line => line[0] is not (' ' or '\t')).Select(line => line.Split(':')[0]);
        headers.Should().BeEquivalentTo("From", "To", "Subject", "Date", "Message-Id", "MIME-Version", "Content-Type", "Content-Disposition", "Content-Transfer-Encoding");
    }

    private async Task<MailReceipt> SendAsync(OpenSsl openssl, SecureMessage message, params (string Key, string? Value)[] settings)
    {
        await using var services = sandbox.Services(settings: settings);
        var receipt = await services.GetRequiredService<ISecureMailClient>().SendAsync(message);
        openssl.File("mail.eml", await sandbox.RawByMessageIdAsync(receipt.MessageId));
        if (message.Protection.IsEncrypted)
            openssl.File("office.pem", await sandbox.KeyPemAsync(message.To[0]));
        openssl.File("root.pem", sandbox.Section["TrustAnchorsPem"]!);
        return receipt;
    }

    // One office whose certificate says it reads OAEP, then one whose certificate says nothing.
    private string[] OfficeAddresses()
    {
        var offices = sandbox.Section.GetSection("Recipients").GetChildren().Where(recipient => recipient["Address"]!.EndsWith(".amt.example", StringComparison.Ordinal)).ToList();
        var silent = offices.First(recipient => !HasCapabilities(recipient["CertificatePem"]!));
        var telling = offices.First(recipient => HasCapabilities(recipient["CertificatePem"]!));
        return [telling["Address"]!, silent["Address"]!];
    }

    private static bool HasCapabilities(string pem) =>
        System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(pem).Extensions.Any(extension => extension.Oid!.Value == "1.2.840.113549.1.9.15");

    private string RecipientKey(string address) => sandbox.Section.GetSection("Recipients").GetChildren()
        .Where(recipient => recipient["Address"] == address).Select(recipient => "Recipients:" + recipient.Key).Single();

    private static byte[] Bytes(MimeKit.MimeEntity part)
    {
        using var bytes = new MemoryStream();
        ((MimeKit.MimePart)part).Content!.DecodeTo(bytes);
        return bytes.ToArray();
    }
}
