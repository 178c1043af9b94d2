using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.Tests.SecureMail.Cms;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.Tests.SecureMail.OpenPgp;

/// <summary>From a message to the OpenPGP mail on the wire and back, and the mails that are not sent.</summary>
[Collection(nameof(TempFolder))]
public sealed class OpenPgpSealingTests(PgpLab lab) : IClassFixture<PgpLab>
{
    private const string Canary = "Kanarienvogel Erika Mustermann";
    private const string Other = "ordnungsamt@amt.example";
    private static readonly SecureMessage _message = new()
    {
        To = [MailLab.Office],
        Subject = "Antrag",
        Text = Canary + ", Größe \nzweite Zeile \t\nFrom heute an\n- Punkt",
        Attachments = [SecureAttachment.FromBytes("Übersicht.pdf", "application/pdf", [.. Enumerable.Range(0, 70_000).Select(number => (byte)number)])],
    };

    [Fact]
    public async Task ASenderWithoutACertificateSendsByOpenPgpAndByNothingElse()
    {
        var message = new SecureMessage { To = [MailLab.Office], Subject = "Antrag", Text = "Text" };

        await using var mail = await lab.OpenAsync(await lab.SealAsync(message, options => options.Sender.Certificate = new CertificateOptions()));
        var withKey = await lab.RefusalAsync(message with { Key = "AZ-4711" }, options => options.Sender.Certificate = new CertificateOptions());
        var toCertificate = await lab.RefusalAsync(message, options => (options.Sender.Certificate, options.Recipients) = (new CertificateOptions(), [lab.Mail.OfficeKey.ToRecipient()]));

        mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>();
        (withKey.Code, toCertificate.Code).Should().Be((SecureMailErrors.SenderCertificate, SecureMailErrors.SenderCertificate));
        withKey.Message.Should().Contain("MessageIdSecret");
        toCertificate.Message.Should().Contain("OpenPGP").And.Contain("Sender:Certificate");
    }

    [Fact]
    public async Task ASealedMailIsValidForTheRecipient()
    {
        var wire = await lab.SealAsync(_message);
        await using var mail = await lab.OpenAsync(wire);

        mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>().Which.Should().BeEquivalentTo(new { SignerAddress = MailLab.Sender, Thumbprint = lab.Sender.Fingerprint, ClaimedSigningTime = lab.Mail.Clock.GetUtcNow() });
        (mail.IsEncrypted, mail.IsAuthenticated, mail.Text!.ReplaceLineEndings("\n")).Should().Be((true, true, _message.Text!));
        (await mail.Attachments.Single().ReadAllAsync()).Should().HaveCount(70_000);
        var text = Encoding.ASCII.GetString(wire);
        text.Should().Contain("multipart/encrypted").And.Contain("protocol=\"application/pgp-encrypted\"").And.Contain("Version: 1").And.NotContain("Kanarienvogel").And.NotContain("application/pdf");
    }

    [Fact]
    public async Task ASignedMailIsValidAndSafeOnItsWay()
    {
        var plain = _message with { Protection = MailProtection.Plain("receipt without personal data"), Attachments = [] };
        var wire = await lab.SealAsync(plain);
        var text = Encoding.Latin1.GetString(wire);
        var stripped = string.Join("\r\n", text.Split("\r\n").Select(line => line.TrimEnd(' ', '\t')));

        foreach (var travelled in new[] { text, stripped, text.ReplaceLineEndings("\n") })
        {
            await using var mail = await lab.OpenAsync(Encoding.Latin1.GetBytes(travelled));
            (mail.Verdict.GetType(), mail.IsEncrypted, mail.Text!.ReplaceLineEndings("\n")).Should().Be((typeof(SignatureVerdict.Valid), false, plain.Text!));
        }

        text.Should().Contain("protocol=\"application/pgp-signature\"").And.Contain("micalg=pgp-sha256").And.MatchRegex(@"\A[\x00-\x7f]*\z").And.NotContain("\r\nFrom ");
    }

    [Fact]
    public async Task TheSenderCanKeepACopy()
    {
        var copy = await lab.SealAsync(_message, options => options.Sender.EncryptToSelf = true);
        var without = await lab.SealAsync(_message);

        (await lab.ReadAsync(copy)).Text.Should().Contain(Canary);
        var reading = () => lab.ReadAsync(without);
        (await reading.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.CannotDecrypt);
    }

    [Theory]
    [InlineData(new[] { 9, 8, 7 }, 9)]
    [InlineData(new[] { 8, 7 }, 8)]
    [InlineData(new[] { 7, 2, 3 }, 7)]
    [InlineData(new[] { 3, 8 }, 8)]
    [InlineData(null, 7)]
    public async Task TheCipherIsTheBestThatAllRead(int[]? wishes, int cipher)
    {
        var other = PgpTestKey.Make(Other, new KeyWish { Ciphers = wishes });
        var wire = await lab.SealAsync(_message with { To = [MailLab.Office, Other] }, options => options.Recipients.Add(other.ToRecipient(Other)));

        CipherOf(wire, lab.Office).Should().Be(cipher);
        CipherOf(wire, other).Should().Be(cipher);
    }

    [Fact]
    public async Task ARecipientWithoutAesStopsTheMail()
    {
        var old = PgpTestKey.Make(Other, new KeyWish { Ciphers = [3, 2] });

        var refusal = await lab.RefusalAsync(_message with { To = [MailLab.Office, Other] }, options => options.Recipients.Add(old.ToRecipient(Other)));

        (refusal.Code, refusal.RecipientIndex, refusal.Outcome).Should().Be((SecureMailErrors.CertificateUnsuitable, 1, MailOutcome.NotSent));
    }

    [Fact]
    public async Task RecipientsOfBothKindsStopTheMail()
    {
        var both = _message with { To = [MailLab.Office, Other] };
        var certificate = lab.Mail.Authority.Issue(Other);

        var mixed = await lab.RefusalAsync(both, options => options.Recipients.Add(certificate.ToRecipient()));
        var unknown = await lab.RefusalAsync(both, _ => { });

        (mixed.Code, mixed.RecipientIndex).Should().Be((SecureMailErrors.MixedFormats, 1));
        (unknown.Code, unknown.RecipientIndex).Should().Be((SecureMailErrors.NoCertificate, 1));
    }

    [Fact]
    public async Task WhoHasBothGetsWhatTheOthersRead()
    {
        var (key, certificate) = (PgpTestKey.Make(Other), lab.Mail.Authority.Issue(Other));
        void Both(SecureMailOptions options)
        {
            var recipient = certificate.ToRecipient();
            recipient.OpenPgpKey = key.ToRecipient(Other).OpenPgpKey;
            options.Recipients.Add(recipient);
        }

        Encoding.ASCII.GetString(await lab.SealAsync(_message with { To = [Other] }, Both)).Should().Contain("application/pkcs7-mime");
        Encoding.ASCII.GetString(await lab.SealAsync(_message with { To = [Other, MailLab.Office] }, Both)).Should().Contain("application/pgp-encrypted");
    }

    [Fact]
    public async Task BadKeysOfRecipientsAndSenderStopTheMail()
    {
        var expired = PgpTestKey.Make(MailLab.Office, new KeyWish { Lifetime = 60 });
        var foreign = PgpTestKey.Make(Other);
        var revoked = PgpTestKey.Make(MailLab.Office).Revoked();
        var expiredSender = PgpTestKey.Make(MailLab.Sender, new KeyWish { Lifetime = 60 });

        (await lab.RefusalAsync(_message, options => options.Recipients = [expired.ToRecipient(MailLab.Office)])).Code.Should().Be(SecureMailErrors.CertificateExpired);
        (await lab.RefusalAsync(_message, options => options.Recipients = [foreign.ToRecipient(MailLab.Office)])).Code.Should().Be(SecureMailErrors.CertificateUnsuitable);
        (await lab.RefusalAsync(_message, options => options.Recipients = [revoked.ToRecipient(MailLab.Office)])).Code.Should().Be(SecureMailErrors.CertificateRevoked);
        (await lab.RefusalAsync(_message, options => options.OpenPgp.SigningKey = expiredSender.ToSecretOptions())).Code.Should().Be(SecureMailErrors.SenderCertificate);
        (await lab.RefusalAsync(_message, options => options.OpenPgp.SigningKey = foreign.ToSecretOptions())).Code.Should().Be(SecureMailErrors.SenderCertificate);
        (await lab.RefusalAsync(_message, options => options.OpenPgp.SigningKey = null)).Code.Should().Be(SecureMailErrors.SenderCertificate);
    }

    [Fact]
    public async Task ALargeMailIsSealedAndOpenedInConstantMemoryAndOnlyCiphertextIsOnTheDisk()
    {
        const long Length = 24 * 1024 * 1024;
        var line = Encoding.ASCII.GetBytes(Canary + "\n");
        var large = _message with
        {
            Attachments = [new SecureAttachment { FileName = "a.bin", OpenAsync = _ => ValueTask.FromResult<Stream>(new Repeated(line, Length)) }],
        };
        await lab.OpenAsync(await lab.SealAsync(_message));
        using var folder = new TempFolder();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await using var services = lab.Mail.Services(options =>
        {
            lab.Fill(options);
            (options.Limits.MaxMessageSize, options.Limits.MaxIncomingSize) = (100_000_000, 100_000_000);
            options.Recipients.Add(lab.Sender.ToRecipient(MailLab.Sender));
            options.OpenPgp.DecryptionKeys = [lab.Office.ToSecretOptions()];
        });
        var path = Path.GetTempFileName();
        await PgpWire.WriteAsync(services, large, path, () => GC.GetTotalMemory(forceFullCollection: true).Should().BeLessThan(before + (8 * 1024 * 1024)));
        await using (var wire = File.OpenRead(path))
        {
            await using var mail = await PgpWire.OpenAsync(services, wire);
            await using var content = await mail.Attachments.Single().OpenReadAsync();
            var piece = new byte[100_000];
            var read = 0L;
            while (await content.ReadAsync(piece) is > 0 and var count)
                read += count;

            GC.GetTotalMemory(forceFullCollection: true).Should().BeLessThan(before + (8 * 1024 * 1024));
            (read, mail.Verdict.GetType()).Should().Be((Length, typeof(SignatureVerdict.Valid)));
            string.Concat(folder.Files.Select(TempFolder.Read)).Should().NotContain("Kanarienvogel").And.NotContain("Content-Disposition: attachment");
        }

        await PgpWire.WriteAsync(services, large, path, () => string.Concat(folder.Files.Select(TempFolder.Read)).Should().NotContain("Kanarienvogel").And.NotContain(Convert.ToBase64String(line[..24])));
        File.Delete(path);
        folder.Files.Should().BeEmpty();
    }

    private static int CipherOf(byte[] wire, PgpTestKey key)
    {
        var mail = MimeKit.MimeMessage.Load(new MemoryStream(wire));
        using var text = ((MimeKit.MimePart)((MimeKit.Multipart)mail.Body!)[1]).Content!.Open();
        var list = (PgpEncryptedDataList)new PgpObjectFactory(new Org.BouncyCastle.Bcpg.ArmoredInputStream(text)).NextPgpObject();
        return (int)list.GetEncryptedDataObjects().Cast<PgpPublicKeyEncryptedData>().Single(entry => entry.KeyId == key.Encryption.KeyId).GetSymmetricAlgorithm(key.PrivateOf(key.Encryption));
    }
}
