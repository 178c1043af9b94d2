using System.Text;
using BaseComponents.Sandbox.Mail;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>OpenPGP mails made by gpg and sq, read by the package: an office writes to the sender's mailbox.</summary>
public sealed class OpenPgpMailOfOthersIsReadTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    private const string Part = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nBescheid f=C3=BCr Sie\r\n";
    private const string Office = $"Steueramt <{MailSandbox.Office}>";

    [Theory]
    [InlineData("rsa3072")]
    [InlineData("future-default")]
    public async Task WhatGpgSignsAndEncryptsIsValid(string algorithm)
    {
        await using var gpg = await PreparedAsync(algorithm);
        await using var services = await ServicesAsync(gpg);
        var reader = services.GetRequiredService<ISecureMailReader>();
        foreach (var options in new string[][] { [], ["--compress-algo", "none"], ["--compress-algo", "zip"], ["--textmode"], ["--throw-keyids"], ["--cipher-algo", "AES"], ["--digest-algo", "SHA512"] })
        {
            await gpg.RunAsync([.. options, "--armor", "-u", MailSandbox.Office, "-r", SandboxMailboxes.Sender, "--output", "encrypted.asc", "--sign", "--encrypt", "part.eml"]);

            await using var mail = await reader.OpenAsync(new MemoryStream(Encrypted(gpg.Read("encrypted.asc"))));

            mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>("gpg was called with {0}", string.Join(' ', options)).Which.SignerAddress.Should().Be(MailSandbox.Office);
            (mail.IsEncrypted, mail.IsAuthenticated, mail.Text!.Trim()).Should().Be((true, true, "Bescheid für Sie"));
        }
    }

    [Theory]
    [InlineData("rsa3072")]
    [InlineData("future-default")]
    public async Task WhatGpgSignsIsValid(string algorithm)
    {
        await using var gpg = await PreparedAsync(algorithm);
        foreach (var options in new string[][] { [], ["--textmode"], ["--digest-algo", "SHA512"] })
        {
            await gpg.RunAsync([.. options, "--armor", "-u", MailSandbox.Office, "--output", "signature.asc", "--detach-sign", "part.eml"]);

            var mail = await ReadAsync(gpg, Signed(gpg.Read("signature.asc")));

            (mail.Verdict.GetType(), mail.IsEncrypted, mail.Text!.Trim()).Should().Be((typeof(SignatureVerdict.Valid), false, "Bescheid für Sie"));
        }
    }

    [Fact]
    public async Task SignaturesWithSha1AndWithoutAreNotValid()
    {
        await using var gpg = await PreparedAsync("rsa3072");
        await gpg.RunAsync("--digest-algo", "SHA1", "--armor", "-u", MailSandbox.Office, "--output", "signature.asc", "--detach-sign", "part.eml");
        await gpg.RunAsync("--armor", "-r", SandboxMailboxes.Sender, "--output", "encrypted.asc", "--encrypt", "part.eml");

        (await ReadAsync(gpg, Signed(gpg.Read("signature.asc")))).Verdict.Should().BeOfType<SignatureVerdict.Unsuitable>();
        (await ReadAsync(gpg, Encrypted(gpg.Read("encrypted.asc")))).Verdict.Should().BeOfType<SignatureVerdict.NotSigned>();
    }

    [Fact]
    public async Task OneFlippedByteAnywhereInAMessageOfGpgReleasesNothing()
    {
        await using var gpg = await PreparedAsync("future-default");
        await gpg.RunAsync("-u", MailSandbox.Office, "-r", SandboxMailboxes.Sender, "--output", "encrypted.gpg", "--sign", "--encrypt", "part.eml");
        var message = gpg.Read("encrypted.gpg");
        await using var services = await ServicesAsync(gpg);
        var reader = services.GetRequiredService<ISecureMailReader>();
        (await reader.OpenAsync(new MemoryStream(Encrypted(Armoured(message))))).Verdict.Should().BeOfType<SignatureVerdict.Valid>();

        for (var offset = 0; offset < message.Length; offset++)
        {
            message[offset] ^= 0x01;
            var reading = () => reader.OpenAsync(new MemoryStream(Encrypted(Armoured(message))));
            await reading.Should().ThrowAsync<SecureMailException>("octet {0} was changed", offset);
            message[offset] ^= 0x01;
        }

        message.Length.Should().BeGreaterThan(300);
    }

    [Theory]
    [InlineData(SecureMailErrors.IntegrityMissing, "--rfc2440", "--cipher-algo", "AES256")]
    [InlineData(SecureMailErrors.UnsupportedAlgorithm, "--cipher-algo", "CAST5")]
    [InlineData(SecureMailErrors.UnsupportedAlgorithm, "--cipher-algo", "3DES")]
    [InlineData(SecureMailErrors.UnsupportedAlgorithm, "--compress-algo", "bzip2")]
    public async Task OldFormsAreRefused(string code, params string[] options)
    {
        await using var gpg = await PreparedAsync("rsa3072");
        var (exitCode, said) = await gpg.TryAsync([.. options, "--armor", "-r", SandboxMailboxes.Sender, "--output", "encrypted.asc", "--encrypt", "part.eml"]);
        exitCode.Should().Be(0, said);

        var reading = () => ReadAsync(gpg, Encrypted(gpg.Read("encrypted.asc")));

        (await reading.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(code);
    }

    [Fact]
    public async Task AnotherKeyWithTheSameUserIdIsNeverValid()
    {
        await using var gpg = await PreparedAsync("future-default");
        await using var attacker = Gpg.OrSkip();
        await attacker.GenerateAnotherAsync(Office, "future-default");
        await attacker.ImportAsync(await gpg.PublicKeyAsync(SandboxMailboxes.Sender));
        attacker.File("part.eml", Part);
        await attacker.RunAsync("--armor", "-u", MailSandbox.Office, "-r", SandboxMailboxes.Sender, "--output", "encrypted.asc", "--sign", "--encrypt", "part.eml");

        (await ReadAsync(gpg, Encrypted(attacker.Read("encrypted.asc")))).Verdict.Should().BeOfType<SignatureVerdict.UnknownSigner>();
    }

    [Fact]
    public async Task AKeyThatExpiredIsRefusedOnBothWays()
    {
        await using var gpg = await PreparedAsync("future-default", "2026-02-01", "--faked-system-time", "20260101T000000");
        await gpg.RunAsync("--faked-system-time", "20260102T000000", "--armor", "-u", MailSandbox.Office, "--output", "signature.asc", "--detach-sign", "part.eml");

        (await ReadAsync(gpg, Signed(gpg.Read("signature.asc")))).Verdict.Should().BeOfType<SignatureVerdict.Expired>();
        (await RefusalAsync(gpg)).Code.Should().Be(SecureMailErrors.CertificateExpired);
    }

    [Fact]
    public async Task AKeyThatWasRevokedIsRefusedOnBothWays()
    {
        await using var gpg = Gpg.OrSkip();
        await gpg.GenerateAsync(Office, "future-default");
        var revocation = gpg.Revocation();
        await PrepareAsync(gpg);
        await gpg.RunAsync("--armor", "-u", MailSandbox.Office, "--output", "signature.asc", "--detach-sign", "part.eml");
        (await ReadAsync(gpg, Signed(gpg.Read("signature.asc")))).Verdict.Should().BeOfType<SignatureVerdict.Valid>();

        await gpg.ImportAsync(revocation);

        (await ReadAsync(gpg, Signed(gpg.Read("signature.asc")))).Verdict.Should().BeOfType<SignatureVerdict.Revoked>();
        var refusal = await RefusalAsync(gpg);
        refusal.Code.Should().Be(SecureMailErrors.CertificateRevoked);
        refusal.Message.Should().Contain("revoked");
    }

    [Fact]
    public async Task WhatSqSignsAndEncryptsIsValid()
    {
        Peer.OrSkip("sq");
        await using var gpg = Gpg.OrSkip(isSlow: true);
        await PrepareAsync(gpg);
        var office = await OpenPgpMailOpensElsewhereTests.SqKeyAsync(gpg);
        gpg.File("sender.asc", await gpg.PublicKeyAsync(SandboxMailboxes.Sender));
        var folder = Path.GetDirectoryName(gpg.File("part.eml", Part))!;
        var (exitCode, said) = await Peer.RunAsync("sq", ["encrypt", "--recipient-cert", "sender.asc", "--signer-key", "office.pgp", "--output", "encrypted.asc", "part.eml"], folder);
        exitCode.Should().Be(0, said);

        (await ReadAsync(gpg, Encrypted(gpg.Read("encrypted.asc")), office)).Verdict.Should().BeOfType<SignatureVerdict.Valid>();
    }

    private static async Task<Gpg> PreparedAsync(string algorithm, string expiry = "never", params string[] options)
    {
        var gpg = Gpg.OrSkip();
        await gpg.GenerateAsync(Office, algorithm, expiry, options);
        await PrepareAsync(gpg, algorithm);
        return gpg;
    }

    private static async Task PrepareAsync(Gpg gpg, string algorithm = "future-default")
    {
        await gpg.GenerateAsync($"Beispielstadt <{SandboxMailboxes.Sender}>", algorithm);
        gpg.File("part.eml", Part);
    }

    private async Task<ReceivedMail> ReadAsync(Gpg gpg, byte[] mail, string? office = null)
    {
        await using var services = await ServicesAsync(gpg, office);
        return await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(mail));
    }

    private async Task<SecureMailException> RefusalAsync(Gpg gpg)
    {
        await using var services = await ServicesAsync(gpg);
        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(new SecureMessage { To = [MailSandbox.Office], Subject = "Antrag", Text = "Text" });
        return (await sending.Should().ThrowAsync<SecureMailException>()).Which;
    }

    private async Task<ServiceProvider> ServicesAsync(Gpg gpg, string? office = null)
    {
        office ??= await gpg.PublicKeyAsync(MailSandbox.Office);
        var secret = new OpenPgpKeyOptions { Armored = await gpg.SecretKeyAsync(SandboxMailboxes.Sender), Passphrase = Gpg.Passphrase };
        return sandbox.Services(options =>
        {
            options.Recipients = [new RecipientOptions { Address = MailSandbox.Office, OpenPgpKey = new OpenPgpKeyOptions { Armored = office } }];
            (options.OpenPgp.SigningKey, options.OpenPgp.DecryptionKeys) = (secret, [secret]);
        });
    }

    private static byte[] Encrypted(byte[] armoured) => Mail(
        "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=\"outer\"\r\n\r\n--outer\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n"
        + $"--outer\r\nContent-Type: application/octet-stream\r\n\r\n{Encoding.ASCII.GetString(armoured)}\r\n--outer--\r\n");

    private static byte[] Signed(byte[] signature) => Mail(
        $"Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; micalg=pgp-sha256; boundary=\"inner\"\r\n\r\n--inner\r\n{Part}\r\n"
        + $"--inner\r\nContent-Type: application/pgp-signature\r\n\r\n{Encoding.ASCII.GetString(signature)}\r\n--inner--\r\n");

    private static byte[] Mail(string entity) =>
        Encoding.ASCII.GetBytes($"From: {MailSandbox.Office}\r\nTo: {SandboxMailboxes.Sender}\r\nSubject: Bescheid\r\nMIME-Version: 1.0\r\n{entity}");

    private static byte[] Armoured(byte[] message) =>
        Encoding.ASCII.GetBytes($"-----BEGIN PGP MESSAGE-----\n\n{Convert.ToBase64String(message, Base64FormattingOptions.InsertLineBreaks)}\n-----END PGP MESSAGE-----\n");
}
