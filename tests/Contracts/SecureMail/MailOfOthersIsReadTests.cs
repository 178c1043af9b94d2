using System.Text;
using BaseComponents.Sandbox.Mail;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>Mails made by openssl, read by the package: an office writes to the sender's mailbox.</summary>
public sealed class MailOfOthersIsReadTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    private const string Content = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nBescheid für Sie\r\n";

    [Theory]
    [InlineData("-aes256", "pkcs1")]
    [InlineData("-aes256", "oaep")]
    [InlineData("-aes128", "pkcs1")]
    [InlineData("-aes-256-gcm", "oaep")]
    [InlineData("-aes-128-gcm", "pkcs1")]
    public async Task SignedAndEncryptedMailIsValid(string cipher, string padding)
    {
        using var openssl = await PreparedAsync();
        await openssl.RunAsync(Sign("signed.eml"));
        await openssl.RunAsync(Encrypt("signed.eml", cipher, padding));

        var mail = await ReadAsync(openssl.Read("sealed.eml"));

        mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>().Which.SignerAddress.Should().Be(MailSandbox.Office);
        (mail.IsEncrypted, mail.IsAuthenticated, mail.Text!.Trim()).Should().Be((true, true, "Bescheid für Sie"));
        mail.From.Should().Be(MailSandbox.Office);
    }

    [Fact]
    public async Task SignedPlainMailIsValid()
    {
        using var openssl = await PreparedAsync();
        await openssl.RunAsync(Sign("signed.eml", "-from", MailSandbox.Office, "-to", SandboxMailboxes.Sender, "-subject", "Bescheid"));

        var mail = await ReadAsync(openssl.Read("signed.eml"));

        (mail.Verdict.GetType(), mail.IsEncrypted, mail.Subject).Should().Be((typeof(SignatureVerdict.Valid), false, "Bescheid"));
    }

    [Fact]
    public async Task OpaqueSignedMailIsValid()
    {
        using var openssl = await PreparedAsync();
        await openssl.RunAsync(Sign("signed.eml", "-nodetach", "-from", MailSandbox.Office));

        var mail = await ReadAsync(openssl.Read("signed.eml"));

        (mail.Verdict.GetType(), mail.Text!.Trim()).Should().Be((typeof(SignatureVerdict.Valid), "Bescheid für Sie"));
    }

    [Theory]
    [InlineData("digest")]
    [InlineData("max")]
    public async Task PssSignaturesAreValidWithAnySalt(string salt)
    {
        using var openssl = await PreparedAsync();
        await openssl.RunAsync(Sign("signed.eml", "-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:" + salt, "-from", MailSandbox.Office));

        (await ReadAsync(openssl.Read("signed.eml"))).Verdict.Should().BeOfType<SignatureVerdict.Valid>();
    }

    [Fact]
    public async Task AForeignFromIsAMismatch()
    {
        using var openssl = await PreparedAsync();
        await openssl.RunAsync(Sign("signed.eml", "-from", "ordnungsamt@freiberg.amt.example"));

        (await ReadAsync(openssl.Read("signed.eml"))).Verdict.Should().BeOfType<SignatureVerdict.AddressMismatch>();
    }

    [Fact]
    public async Task ASha1SignatureIsUnsuitable()
    {
        using var openssl = await PreparedAsync();
        await openssl.RunAsync([.. Sign("signed.eml", "-from", MailSandbox.Office).Select(argument => argument == "sha256" ? "sha1" : argument)]);

        (await ReadAsync(openssl.Read("signed.eml"))).Verdict.Should().BeOfType<SignatureVerdict.Unsuitable>();
    }

    [Fact]
    public async Task ASignatureWithoutItsCertificateIsOfAnUnknownSigner()
    {
        using var openssl = await PreparedAsync();
        await openssl.RunAsync(Sign("signed.eml", "-nocerts", "-from", MailSandbox.Office));

        (await ReadAsync(openssl.Read("signed.eml"))).Verdict.Should().BeOfType<SignatureVerdict.UnknownSigner>();
    }

    [Fact]
    public async Task AnEncryptedMailWithoutSignatureIsReadButNotAuthenticated()
    {
        using var openssl = await PreparedAsync();
        openssl.File("html.eml", "Content-Type: text/html\r\n\r\n<img src=\"https://strange.example/\r\n");
        await openssl.RunAsync(Encrypt("html.eml", "-aes256", "pkcs1"));

        var mail = await ReadAsync(openssl.Read("sealed.eml"));

        (mail.Verdict.GetType(), mail.IsEncrypted, mail.IsAuthenticated, mail.Html).Should().Be((typeof(SignatureVerdict.NotSigned), true, false, null));
    }

    [Theory]
    [InlineData("-des3")]
    [InlineData("-camellia256")]
    public async Task OtherCiphersAreRefusedWithAClearMessage(string cipher)
    {
        using var openssl = await PreparedAsync();
        await openssl.RunAsync(Encrypt("content.eml", cipher, "pkcs1"));

        var reading = () => ReadAsync(openssl.Read("sealed.eml"));

        (await reading.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.UnsupportedAlgorithm);
    }

    [Fact]
    public async Task ASignatureOverTheEncryptedFormDoesNotCountForTheContent()
    {
        using var openssl = await PreparedAsync();
        await openssl.RunAsync("cms", "-encrypt", "-in", "content.eml", "-out", "inner.eml", "-aes256", "-recip", "recipient.pem");
        await openssl.RunAsync([.. Sign("outer.eml", "-from", MailSandbox.Office).Select(argument => argument == "content.eml" ? "inner.eml" : argument)]);

        var mail = await ReadAsync(openssl.Read("outer.eml"));

        (mail.Verdict.GetType(), mail.IsEncrypted).Should().Be((typeof(SignatureVerdict.PartlySigned), true));
    }

    // AES-GCM shows every change: what was changed is not read at all.
    [Fact]
    public async Task NoFlippedByteOfAnAuthenticatedCiphertextIsRead()
    {
        using var openssl = await PreparedAsync();
        await openssl.RunAsync(Encrypt("content.eml", "-aes-256-gcm", "oaep"));
        var sealedMail = Encoding.ASCII.GetString(openssl.Read("sealed.eml"));
        var body = sealedMail.IndexOf("\n\n", StringComparison.Ordinal) + 2;
        // Of the last letter before the padding two or four bits belong to no octet.
        var letters = Enumerable.Range(body, sealedMail.TrimEnd().Length - body - 4).Where(position => char.IsAsciiLetter(sealedMail[position])).Where((_, index) => index % 10 == 0).ToList();

        foreach (var position in letters)
        {
            var tampered = sealedMail.ToCharArray();
            tampered[position] = tampered[position] == 'A' ? 'B' : 'A';
            (await SaidAsync(new string(tampered))).Should().StartWith("mail.", "position {0}", position - body);
        }

        letters.Should().HaveCountGreaterThan(50);
        (await SaidAsync(sealedMail)).Should().StartWith(nameof(SignatureVerdict.NotSigned));
    }

    // AES-CBC shows no change by itself: what is not signed either (the line in front of the first part, the algorithm parameters) can be changed unseen. What is read cannot.
    [Fact]
    public async Task NoFlippedByteOfTheCiphertextChangesWhatAValidMailSays()
    {
        using var openssl = await PreparedAsync();
        await openssl.RunAsync(Sign("signed.eml"));
        await openssl.RunAsync(Encrypt("signed.eml", "-aes256", "pkcs1"));
        var sealedMail = Encoding.ASCII.GetString(openssl.Read("sealed.eml"));
        var body = sealedMail.IndexOf("\n\n", StringComparison.Ordinal) + 2;
        var said = await SaidAsync(sealedMail);
        var noticed = 0;

        foreach (var position in Enumerable.Range(0, 60).Select(step => body + ((sealedMail.Length - body - 4) * step / 60)).Where(position => char.IsAsciiLetter(sealedMail[position])))
        {
            var tampered = sealedMail.ToCharArray();
            tampered[position] = tampered[position] == 'A' ? 'B' : 'A';
            var saidNow = await SaidAsync(new string(tampered));
            noticed += saidNow == said ? 0 : 1;
            if (saidNow.StartsWith(nameof(SignatureVerdict.Valid), StringComparison.Ordinal))
                saidNow.Should().Be(said, "position {0}", position - body);
        }

        said.Should().StartWith(nameof(SignatureVerdict.Valid));
        noticed.Should().BeGreaterThan(20);
    }

    private async Task<OpenSsl> PreparedAsync()
    {
        var openssl = OpenSsl.OrSkip();
        openssl.File("office.pem", await sandbox.KeyPemAsync(MailSandbox.Office));
        openssl.File("recipient.pem", await sandbox.KeyPemAsync(SandboxMailboxes.Sender));
        openssl.File("content.eml", Content);
        return openssl;
    }

    private static string[] Sign(string output, params string[] more) =>
        ["cms", "-sign", "-in", "content.eml", "-out", output, "-signer", "office.pem", "-inkey", "office.pem", "-md", "sha256", .. more];

    private static string[] Encrypt(string input, string cipher, string padding) =>
        ["cms", "-encrypt", "-in", input, "-out", "sealed.eml", cipher, "-from", MailSandbox.Office, "-to", SandboxMailboxes.Sender, "-subject", "Bescheid", "-recip", "recipient.pem",
            .. (padding == "oaep" ? new[] { "-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256" } : [])];

    private async Task<ReceivedMail> ReadAsync(byte[] mail)
    {
        await using var services = sandbox.Services();
        return await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(mail));
    }

    private async Task<string> SaidAsync(string mail)
    {
        try
        {
            var read = await ReadAsync(Encoding.ASCII.GetBytes(mail));
            return $"{read.Verdict.GetType().Name} {read.Text} {read.Html} {string.Join(' ', read.Attachments.Select(attachment => attachment.FileName))}";
        }
        catch (SecureMailException exception)
        {
            return exception.Code;
        }
    }
}
