using System.Text;
using BaseComponents.Sandbox.Mail;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>OpenPGP mails that went through the Sandbox's mail server, opened and verified by gpg and sq with the office's key.</summary>
public sealed class OpenPgpMailOpensElsewhereTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    private static readonly byte[] _pdf = [.. Enumerable.Range(0, 200_000).Select(number => (byte)(number * number))];

    private static readonly SecureMessage _message = new()
    {
        To = [MailSandbox.Office],
        Subject = "Antrag Hundesteuer",
        Text = "Grüße aus dem Test \nFrom heute an\n- Punkt\n",
        Attachments = [SecureAttachment.FromBytes("Übersicht Straße.pdf", "application/pdf", _pdf)],
    };

    [Theory]
    [InlineData("rsa3072", "rsa3072")]
    [InlineData("future-default", "future-default")]
    [InlineData("nistp384", "brainpoolP256r1")]
    public async Task GpgDecryptsAndVerifies(string ofOffice, string ofSender)
    {
        await using var gpg = Gpg.OrSkip();
        var settings = await PreparedAsync(gpg, ofOffice, ofSender);

        var mail = await SendAsync(_message, settings);
        gpg.File("encrypted.asc", Content(((Multipart)mail.Body!)[1]));
        var said = await gpg.RunAsync("--output", "content.eml", "--decrypt", "encrypted.asc");

        said.Should().Contain("[GNUPG:] DECRYPTION_OKAY").And.Contain("[GNUPG:] GOODSIG").And.Contain("[GNUPG:] DECRYPTION_INFO 2 9").And.Contain("[GNUPG:] GOODMDC")
            .And.NotContain("CAST5").And.NotContain("WARNING: cipher").And.NotContain("BADSIG");
        var content = MimeMessage.Load(new MemoryStream(gpg.Read("content.eml")));
        content.TextBody!.ReplaceLineEndings("\n").Should().Be(_message.Text);
        Content(content.Attachments.Single()).Should().Equal(_pdf);
    }

    [Theory]
    [InlineData("rsa3072")]
    [InlineData("future-default")]
    public async Task GpgVerifiesASignedMail(string algorithm)
    {
        await using var gpg = Gpg.OrSkip();
        var settings = await PreparedAsync(gpg, algorithm, algorithm);

        await using var services = sandbox.Services(settings);
        var receipt = await services.GetRequiredService<ISecureMailClient>().SendAsync(_message with { Protection = MailProtection.Plain("receipt without personal data") });
        var wire = Encoding.Latin1.GetString(await sandbox.RawByMessageIdAsync(receipt.MessageId));

        // The signed part as it stands in the mail, cut out without a MIME library.
        var boundary = "--" + wire.Split("boundary=\"")[1].Split('"')[0];
        var parts = wire.Split("\r\n" + boundary);
        gpg.File("signed.eml", Encoding.Latin1.GetBytes(parts[1][2..]));
        gpg.File("signature.asc", parts[2][parts[2].IndexOf("-----BEGIN", StringComparison.Ordinal)..]);
        (await gpg.RunAsync("--verify", "signature.asc", "signed.eml")).Should().Contain("[GNUPG:] GOODSIG").And.Contain("[GNUPG:] VALIDSIG");
        parts[1].Should().NotContain("\r\nFrom ").And.NotMatchRegex("[ \t]\r\n");
    }

    [Fact]
    public async Task SqDecryptsAndVerifies()
    {
        Peer.OrSkip("sq");
        await using var gpg = Gpg.OrSkip();
        gpg.File("sender.asc", (await SenderAsync(gpg, "future-default")).Public);
        var office = await SqKeyAsync(gpg);

        var mail = await SendAsync(_message, Settings(office, await gpg.SecretKeyAsync(SandboxMailboxes.Sender)));
        var folder = Path.GetDirectoryName(gpg.File("encrypted.asc", Content(((Multipart)mail.Body!)[1])))!;
        var (exitCode, said) = await Peer.RunAsync("sq", ["decrypt", "--recipient-key", "office.pgp", "--signer-cert", "sender.asc", "--output", "content.eml", "encrypted.asc"], folder);

        exitCode.Should().Be(0, said);
        said.Should().Contain("1 good signature");
        MimeMessage.Load(new MemoryStream(gpg.Read("content.eml"))).TextBody!.ReplaceLineEndings("\n").Should().Be(_message.Text);
    }

    /// <summary>A key made by sq: its certificate as text; the secret key stays in the folder.</summary>
    internal static async Task<string> SqKeyAsync(Gpg gpg)
    {
        var folder = Path.GetDirectoryName(gpg.File("nothing", ""))!;
        foreach (var arguments in new string[][] { ["key", "generate", "--userid", $"Steueramt <{MailSandbox.Office}>", "--export", "office.pgp"], ["key", "extract-cert", "--output", "office.asc", "office.pgp"] })
        {
            var (exitCode, said) = await Peer.RunAsync("sq", arguments, folder);
            exitCode.Should().Be(0, said);
        }

        return Encoding.ASCII.GetString(gpg.Read("office.asc"));
    }

    private static async Task<Action<SecureMailOptions>> PreparedAsync(Gpg gpg, string ofOffice, string ofSender)
    {
        await gpg.GenerateAsync($"Steueramt <{MailSandbox.Office}>", ofOffice);
        await SenderAsync(gpg, ofSender);
        return Settings(await gpg.PublicKeyAsync(MailSandbox.Office), await gpg.SecretKeyAsync(SandboxMailboxes.Sender));
    }

    private static async Task<(string Public, string Secret)> SenderAsync(Gpg gpg, string algorithm)
    {
        await gpg.GenerateAsync($"Beispielstadt <{SandboxMailboxes.Sender}>", algorithm);
        return (await gpg.PublicKeyAsync(SandboxMailboxes.Sender), await gpg.SecretKeyAsync(SandboxMailboxes.Sender));
    }

    private static Action<SecureMailOptions> Settings(string office, string sender) => options =>
    {
        options.Recipients = [new RecipientOptions { Address = MailSandbox.Office, OpenPgpKey = new OpenPgpKeyOptions { Armored = office } }];
        options.OpenPgp.SigningKey = new OpenPgpKeyOptions { Armored = sender, Passphrase = Gpg.Passphrase };
    };

    private async Task<MimeMessage> SendAsync(SecureMessage message, Action<SecureMailOptions> settings)
    {
        await using var services = sandbox.Services(settings);
        var receipt = await services.GetRequiredService<ISecureMailClient>().SendAsync(message);
        return MimeMessage.Load(new MemoryStream(await sandbox.RawByMessageIdAsync(receipt.MessageId)));
    }

    private static byte[] Content(MimeEntity part)
    {
        using var bytes = new MemoryStream();
        ((MimePart)part).Content!.DecodeTo(bytes);
        return bytes.ToArray();
    }
}
