using BaseComponents.SecureMail;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.Tests.SecureMail.OpenPgp;

/// <summary>Which OpenPGP mails are valid, and every way of looking valid without being so.</summary>
public sealed class OpenPgpVerdictTests(PgpLab lab) : IClassFixture<PgpLab>
{
    private static readonly byte[] _part = Forge.Bytes(Forge.Part);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task AMailSignedByTheKeyOfTheFromAddressIsValid(int type)
    {
        var mail = await lab.ReadAsync(PgpForge.SignedEntity(Forge.Part, PgpForge.Signature(_part, lab.Office, type: type).GetEncoded()));

        var valid = mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>().Which;
        (valid.SignerAddress, valid.Thumbprint, valid.ClaimedSigningTime, mail.Text).Should().Be((MailLab.Office, lab.Office.Fingerprint, new DateTimeOffset(PgpForge.Signed), "Zahlen Sie 50 Euro."));
    }

    [Fact]
    public async Task AnEncryptedMailIsValidInEveryFormOfSignature()
    {
        var message = PgpForge.SignedMessage(_part, lab.Office);
        byte[] old = [.. PgpForge.Signature(_part, lab.Office).GetEncoded(), .. PgpForge.Literal(_part)];

        foreach (var packets in new[] { message, old, PgpForge.Packed(message), PgpForge.Packed(message, CompressionAlgorithmTag.Zip), PgpForge.Packed(PgpForge.Packed(message)) })
            (await VerdictAsync(packets)).Should().BeOfType<SignatureVerdict.Valid>();
        var inside = PgpForge.SignedEntity(Forge.Part, lab.Office);
        (await VerdictAsync(PgpForge.Literal(Forge.Bytes(inside)))).Should().BeOfType<SignatureVerdict.Valid>();
    }

    [Fact]
    public async Task AnotherKeyWithTheSameUserIdIsNeverValid()
    {
        var attacker = PgpTestKey.Make($"Steueramt <{MailLab.Office}>");

        (await VerdictAsync(PgpForge.SignedMessage(_part, attacker))).Should().BeOfType<SignatureVerdict.UnknownSigner>();
        (await lab.ReadAsync(PgpForge.SignedEntity(Forge.Part, attacker))).Verdict.Should().BeOfType<SignatureVerdict.UnknownSigner>();
        var pinnedElsewhere = await lab.ReadAsync(
            PgpForge.SignedEntity(Forge.Part, attacker), options => options.Recipients.Add(new RecipientOptions { Address = "x@y.example", OpenPgpKey = new OpenPgpKeyOptions { Armored = attacker.PublicText } }));
        pinnedElsewhere.Verdict.Should().BeOfType<SignatureVerdict.AddressMismatch>();
    }

    [Fact]
    public async Task ASignatureThatPointsToThePinnedKeyWithoutBeingItsIsTampered()
    {
        var attacker = PgpTestKey.Make($"Steueramt <{MailLab.Office}>");
        var signature = attacker.Sign(0, generator =>
        {
            var hint = new PgpSignatureSubpacketGenerator();
            hint.SetIssuerKeyID(false, lab.Office.Primary.KeyId);
            generator.SetUnhashedSubpackets(hint.Generate());
            generator.Update(_part);
            return generator.Generate();
        });

        (await lab.ReadAsync(PgpForge.SignedEntity(Forge.Part, signature.GetEncoded()))).Verdict.Should().BeOfType<SignatureVerdict.Tampered>();
    }

    [Fact]
    public async Task ContentThatWasChangedIsTampered()
    {
        var signature = PgpForge.Signature(_part, lab.Office).GetEncoded();

        (await lab.ReadAsync(PgpForge.SignedEntity(Forge.Part.Replace("50", "5000", StringComparison.Ordinal), signature))).Verdict.Should().BeOfType<SignatureVerdict.Tampered>();
        (await lab.ReadAsync(PgpForge.SignedEntity(Forge.Part, [.. signature[..^1], (byte)(signature[^1] ^ 1)]))).Verdict.Should().BeOfType<SignatureVerdict.Tampered>();
        (await lab.ReadAsync(PgpForge.SignedEntity(Forge.Part, [1, 2, 3]))).Verdict.Should().BeOfType<SignatureVerdict.Tampered>();
    }

    [Fact]
    public async Task AnnouncedSignaturesMustBeThere()
    {
        var message = PgpForge.SignedMessage(_part, lab.Office);
        var without = message[..^PgpForge.Signature(_part, lab.Office).GetEncoded().Length];

        (await VerdictAsync(without)).Should().BeOfType<SignatureVerdict.Tampered>();
        (await VerdictAsync(PgpForge.Literal(_part))).Should().BeOfType<SignatureVerdict.NotSigned>();
    }

    [Fact]
    public async Task AKeyThatWasNotGoodWhenTheMailCameIsNotValid()
    {
        var expired = PgpTestKey.Make($"Steueramt <{MailLab.Office}>", new KeyWish { Lifetime = 24 * 3600 });
        var renamed = PgpTestKey.Make("Steueramt <anderes@amt.example>");
        var revoked = PgpTestKey.Make($"Steueramt <{MailLab.Office}>").Revoked();

        (await PinnedAsync(expired)).Should().BeOfType<SignatureVerdict.Expired>();
        (await PinnedAsync(renamed)).Should().BeOfType<SignatureVerdict.AddressMismatch>();
        (await PinnedAsync(revoked)).Should().BeOfType<SignatureVerdict.Revoked>();
        (await PinnedAsync(PgpTestKey.Make($"Steueramt <{MailLab.Office}>", new KeyWish { PrimaryFlags = PgpKeyFlags.CanCertify }))).Should().BeOfType<SignatureVerdict.Unsuitable>();
    }

    [Fact]
    public async Task SignaturesThatCannotBeReliedOnAreUnsuitable()
    {
        Task<ReceivedMail> Read(PgpSignature signature, string part = Forge.Part) => lab.ReadAsync(PgpForge.SignedEntity(part, signature.GetEncoded()));
        var lone = Forge.Part + "\r";

        (await Read(PgpForge.Signature(_part, lab.Office, hash: HashAlgorithmTag.Sha1))).Verdict.Should().BeOfType<SignatureVerdict.Unsuitable>();
        (await Read(PgpForge.Signature(_part, lab.Office, type: PgpSignature.StandAlone))).Verdict.Should().BeOfType<SignatureVerdict.Unsuitable>();
        (await Read(PgpForge.Signature(_part, lab.Office, says => says.AddCustomSubpacket(new UnknownSubpacket())))).Verdict.Should().BeOfType<SignatureVerdict.Unsuitable>();
        (await Read(PgpForge.Signature(_part, lab.Office, says => says.SetSignatureCreationTime(true, PgpForge.Signed.AddDays(2))))).Verdict.Should().BeOfType<SignatureVerdict.Unsuitable>();
        (await Read(PgpForge.Signature(_part, lab.Office, says => says.SetSignatureCreationTime(true, KeyWish.Morning.AddDays(-2))))).Verdict.Should().BeOfType<SignatureVerdict.Unsuitable>();
        (await Read(PgpForge.Signature(_part, lab.Office, says => says.SetSignatureExpirationTime(true, 60)))).Verdict.Should().BeOfType<SignatureVerdict.Expired>();
        (await Read(PgpForge.Signature(Forge.Bytes(lone), lab.Office, type: 1), lone)).Verdict.Should().BeOfType<SignatureVerdict.Unsuitable>();
    }

    [Fact]
    public async Task FromOfAnotherIsAddressMismatch()
    {
        var mail = Forge.Mail(PgpForge.SignedEntity(Forge.Part, lab.Office), from: "chef@amt.example");

        (await lab.ReadAsync(mail)).Verdict.Should().BeOfType<SignatureVerdict.AddressMismatch>();
    }

    [Fact]
    public async Task ASignatureBelowTheRootOrAroundTheCiphertextCountsForNothing()
    {
        var below = "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nZahlen Sie 5000 Euro.\r\n--x\r\n" + PgpForge.SignedEntity(Forge.Part, lab.Office) + "--x--\r\n";
        var around = PgpForge.SignedEntity(PgpForge.EncryptedEntity(PgpForge.Encrypted(PgpForge.Literal(_part), lab.Sender.Encryption)).ReplaceLineEndings("\r\n"), lab.Office);

        (await lab.ReadAsync(below)).Verdict.Should().BeOfType<SignatureVerdict.PartlySigned>();
        var mail = await lab.ReadAsync(around);
        (mail.Verdict.GetType(), mail.IsEncrypted, mail.Text).Should().Be((typeof(SignatureVerdict.PartlySigned), true, "Zahlen Sie 50 Euro."));
    }

    [Fact]
    public async Task ArmouredTextInsideATextIsText()
    {
        var inline = $"Content-Type: text/plain\r\n\r\n-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nZahlen Sie 50 Euro.\r\n{PgpTestKey.Text("SIGNATURE", PgpForge.Signature(Forge.Bytes("Zahlen Sie 50 Euro."), lab.Office, type: 1).GetEncoded())}";

        var mail = await lab.ReadAsync(inline);

        mail.Verdict.Should().BeOfType<SignatureVerdict.NotSigned>();
        mail.Text.Should().Contain("BEGIN PGP SIGNED MESSAGE");
    }

    [Fact]
    public async Task HtmlIsHandedOutWithAValidVerdictOnly()
    {
        var page = Forge.Bytes("Content-Type: text/html\r\n\r\n<p>Zahlen Sie 50 Euro.</p>");
        async Task<string?> Html(byte[] packets) => (await lab.ReadAsync(PgpForge.EncryptedEntity(PgpForge.Encrypted(packets, lab.Sender.Encryption)))).Html;

        (await Html(PgpForge.SignedMessage(page, lab.Office))).Should().Contain("50 Euro");
        (await Html(PgpForge.Literal(page))).Should().BeNull();
    }

    private async Task<SignatureVerdict> PinnedAsync(PgpTestKey key) =>
        (await lab.ReadAsync(PgpForge.SignedEntity(Forge.Part, key), options => options.Recipients = [key.ToRecipient(MailLab.Office)])).Verdict;

    private async Task<SignatureVerdict> VerdictAsync(byte[] packets)
    {
        var mail = await lab.ReadAsync(PgpForge.EncryptedEntity(PgpForge.Encrypted(packets, lab.Sender.Encryption)));
        mail.Text.Should().Be("Zahlen Sie 50 Euro.");
        return mail.Verdict;
    }
}
