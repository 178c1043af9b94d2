using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail;

/// <summary>Which mails are valid, and every way of looking valid without being so.</summary>
public sealed class VerdictTests(MailLab lab) : IClassFixture<MailLab>
{
    [Theory]
    [InlineData("application/pkcs7-mime; smime-type=enveloped-data")]
    [InlineData("application/pkcs7-mime; smime-type=authEnveloped-data")]
    [InlineData("application/x-pkcs7-mime; smime-type=\"enveloped-data\"")]
    [InlineData("multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=y")]
    public async Task AnEncryptedPartBelowTheRootIsSaidToBeEncryptedAndNotSigned(string type)
    {
        var mail = await lab.ReadAsync(Forge.Mail($"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nText\r\n--x\r\nContent-Type: {type}\r\n\r\nx\r\n--x--\r\n"));
        var signed = await lab.ReadAsync(Forge.Mail("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: application/pkcs7-mime; smime-type=signed-data\r\n\r\nx\r\n--x--\r\n"));

        (mail.Verdict.GetType(), mail.HasEncryptedPart, mail.IsEncrypted).Should().Be((typeof(SignatureVerdict.NotSigned), true, false));
        (signed.Verdict.GetType(), signed.HasEncryptedPart).Should().Be((typeof(SignatureVerdict.PartlySigned), false));
    }

    [Fact]
    public async Task AMailSignedOverItsRootByTheHolderOfFromIsValid()
    {
        var mail = await lab.ReadAsync(Forge.Mail(Forge.Signed(lab.OfficeKey)));

        var valid = mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>().Which;
        (valid.SignerAddress, mail.From, mail.Text).Should().Be((MailLab.Office, MailLab.Office, "Zahlen Sie 50 Euro."));
        valid.ClaimedSigningTime.Should().Be(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        valid.Thumbprint.Should().HaveLength(64);
    }

    [Fact]
    public async Task LineFeedsOnlyAndAnotherCaseOfTheAddressAreValidToo()
    {
        var mail = Forge.Mail(Forge.Signed(lab.OfficeKey), from: "STEUERAMT@Amt.Example");

        (await lab.ReadAsync([.. mail.Where(b => b != '\r')])).Verdict.Should().BeOfType<SignatureVerdict.Valid>();
    }

    [Fact]
    public async Task OpaqueAndEncryptedFormsAreValid()
    {
        (await lab.ReadAsync(Forge.Mail(Forge.Opaque(Forge.Signature(Forge.Part, lab.OfficeKey, detached: false))))).Verdict.Should().BeOfType<SignatureVerdict.Valid>();
        var encrypted = await lab.ReadAsync(Forge.Mail(Forge.Encrypted(Forge.Signed(lab.OfficeKey), lab.SenderKey)));
        (encrypted.Verdict.GetType(), encrypted.IsEncrypted).Should().Be((typeof(SignatureVerdict.Valid), true));
    }

    [Fact]
    public async Task ASignedPartBelowTheRootCountsForNothing()
    {
        var wrapped = "Content-Type: multipart/mixed; boundary=outer\r\n\r\n--outer\r\nContent-Type: text/plain\r\n\r\nZahlen Sie 5000 Euro.\r\n--outer\r\n"
            + Forge.Signed(lab.OfficeKey) + "--outer--\r\n";

        var mail = await lab.ReadAsync(Forge.Mail(wrapped));

        (mail.Verdict.GetType(), mail.IsAuthenticated).Should().Be((typeof(SignatureVerdict.PartlySigned), false));
    }

    [Fact]
    public async Task ASignedMailInsideAForwardedOneCountsForNothing()
    {
        var forwarded = "Content-Type: message/rfc822\r\n\r\n" + Forge.Header() + Forge.Signed(lab.OfficeKey);

        (await lab.ReadAsync(Forge.Mail(forwarded))).Verdict.Should().BeOfType<SignatureVerdict.PartlySigned>();
    }

    [Fact]
    public async Task OnlyTheSignedPartIsShown()
    {
        var signature = Forge.Signature(Forge.Part, lab.OfficeKey);
        var mail = await lab.ReadAsync(Forge.Mail(Forge.Entity(Forge.Part, signature, preamble: "Zahlen Sie 5000 Euro.\r\n")));

        (mail.Verdict.GetType(), mail.Text).Should().Be((typeof(SignatureVerdict.Valid), "Zahlen Sie 50 Euro."));
        mail.Attachments.Should().BeEmpty();
    }

    [Fact]
    public async Task AThirdPartIsNoPartOfTheSignedMail()
    {
        var signature = Forge.Signature(Forge.Part, lab.OfficeKey);
        var mail = await lab.ReadAsync(Forge.Mail(Forge.Entity(Forge.Part, signature, more: "--inner\r\nContent-Type: text/plain\r\n\r\nZahlen Sie 5000 Euro.\r\n")));

        mail.Verdict.Should().BeOfType<SignatureVerdict.PartlySigned>();
    }

    [Fact]
    public async Task ChangedContentIsTampered() =>
        (await lab.ReadAsync(Forge.Mail(Forge.Entity(Forge.Part.Replace("50", "5000", StringComparison.Ordinal), Forge.Signature(Forge.Part, lab.OfficeKey)))))
            .Verdict.Should().BeOfType<SignatureVerdict.Tampered>();

    [Fact]
    public async Task ContentInsideADetachedSignatureDoesNotReplaceTheContentBeside()
    {
        var withContent = Forge.Signature(Forge.Part, lab.OfficeKey, detached: false);

        (await lab.ReadAsync(Forge.Mail(Forge.Entity("Content-Type: text/plain\r\n\r\nZahlen Sie 5000 Euro.", withContent)))).Verdict.Should().BeOfType<SignatureVerdict.Tampered>();
    }

    [Fact]
    public async Task NoSignersAreNoSignature()
    {
        var message = new SignedCms(new ContentInfo(Forge.Bytes(Forge.Part)), detached: true);
        message.ComputeSignature(Forge.Signer(lab.OfficeKey));
        message.RemoveSignature(0);

        (await lab.ReadAsync(Forge.Mail(Forge.Entity(Forge.Part, message.Encode())))).Verdict.Should().BeOfType<SignatureVerdict.NotSigned>();
    }

    [Fact]
    public async Task OneBrokenSignatureAmongTwoIsEnough()
    {
        var other = new SignedCms(new ContentInfo(Forge.Bytes(Forge.Part)), detached: true);
        foreach (var key in new[] { lab.OfficeKey, lab.SenderKey })
        {
            var signer = Forge.Signer(key);
            signer.SignedAttributes.Add(new Pkcs9SigningTime(Forge.ClaimedTime));
            other.ComputeSignature(signer);
        }

        var bytes = other.Encode();
        var intact = (await lab.ReadAsync(Forge.Mail(Forge.Entity(Forge.Part, bytes)))).Verdict;
        // The last bytes of the message belong to the signature value of the second signer.
        bytes[^1] ^= 1;

        intact.Should().BeOfType<SignatureVerdict.Valid>();
        (await lab.ReadAsync(Forge.Mail(Forge.Entity(Forge.Part, bytes)))).Verdict.Should().BeOfType<SignatureVerdict.Tampered>();
    }

    [Theory]
    [InlineData("ordnungsamt@amt.example")]
    [InlineData("\"steueramt@amt.example\" <fremd@boese.example>")]
    [InlineData("steueramt@amt.example, fremd@boese.example")]
    [InlineData("fremd@boese.example, steueramt@amt.example")]
    [InlineData("Amt: steueramt@amt.example;")]
    [InlineData("steueramt@amt.example\r\nFrom: fremd@boese.example")]
    [InlineData("steueramt@amt.example.boese.example")]
    [InlineData("")]
    public async Task TheSignerMustBeTheOneInFrom(string from) =>
        (await lab.ReadAsync(Forge.Mail(Forge.Signed(lab.OfficeKey), from))).Verdict.Should().BeOfType<SignatureVerdict.AddressMismatch>();

    [Fact]
    public async Task ACertificateThatWasValidAtTheClaimedTimeIsExpiredNow()
    {
        var old = lab.Authority.Issue(MailLab.Office, lab.Clock.GetUtcNow().AddYears(-2), lab.Clock.GetUtcNow().AddDays(-1));
        var signer = Forge.Signer(old);
        signer.SignedAttributes.Add(new Pkcs9SigningTime(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        var signature = Forge.Signature(Forge.Part, signer);

        (await lab.ReadAsync(Forge.Mail(Forge.Entity(Forge.Part, signature)))).Verdict.Should().BeOfType<SignatureVerdict.Expired>();
    }

    [Fact]
    public async Task AnExpiredCertificateOfAStrangerIsUnknownAndNotMerelyExpired()
    {
        using var stranger = TestKeys.Authority(lab.Clock, "stranger");
        var old = stranger.Issue(MailLab.Office, lab.Clock.GetUtcNow().AddYears(-2), lab.Clock.GetUtcNow().AddDays(-1));

        (await lab.ReadAsync(Forge.Mail(Forge.Signed(old)))).Verdict.Should().BeOfType<SignatureVerdict.UnknownSigner>();
    }

    [Theory]
    [InlineData("SHA1", "Pkcs1", typeof(SignatureVerdict.UnknownSigner))]
    [InlineData("SHA1", "Pss", typeof(SignatureVerdict.UnknownSigner))]
    [InlineData("SHA256", "Pss", typeof(SignatureVerdict.Valid))]
    [InlineData("SHA512", "Pkcs1", typeof(SignatureVerdict.Valid))]
    public async Task TheCertificateItselfMustBeSignedWithAGoodAlgorithm(string hash, string padding, Type verdict)
    {
        using var authority = new HashAuthority(new HashAlgorithmName(hash), padding == "Pss" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1, lab.Clock);
        var mail = Forge.Mail(Forge.Signed(authority.Issue(MailLab.Office)));

        (await lab.ReadAsync(mail, options => options.TrustAnchorsPem = authority.AnchorPem)).Verdict.Should().BeOfType(verdict);
    }

    [Fact]
    public async Task ASelfMadeCertificateForTheSameAddressIsUnknown()
    {
        using var stranger = TestKeys.Authority(lab.Clock, "stranger");

        (await lab.ReadAsync(Forge.Mail(Forge.Signed(stranger.Issue(MailLab.Office))))).Verdict.Should().BeOfType<SignatureVerdict.UnknownSigner>();
    }

    [Theory]
    [InlineData("1.3.6.1.5.5.7.3.1", X509KeyUsageFlags.DigitalSignature, 2048)]
    [InlineData(null, X509KeyUsageFlags.DigitalSignature, 2048)]
    [InlineData("1.3.6.1.5.5.7.3.4", X509KeyUsageFlags.KeyEncipherment, 2048)]
    [InlineData("1.3.6.1.5.5.7.3.4", X509KeyUsageFlags.DigitalSignature, 1024)]
    public async Task ACertificateForOtherPurposesOrWithAWeakKeyIsUnsuitable(string? purpose, X509KeyUsageFlags usage, int bits)
    {
        var key = lab.Authority.Issue(MailLab.Office, purpose, usage, keySize: bits);

        (await lab.ReadAsync(Forge.Mail(Forge.Signed(key)))).Verdict.Should().BeOfType<SignatureVerdict.Unsuitable>();
    }

    [Fact]
    public async Task ASignatureWithoutSignedAttributesIsUnsuitable()
    {
        var signature = Forge.Signature(Forge.Part, Forge.Signer(lab.OfficeKey));

        (await lab.ReadAsync(Forge.Mail(Forge.Entity(Forge.Part, signature)))).Verdict.Should().BeOfType<SignatureVerdict.Unsuitable>();
    }

    [Fact]
    public async Task AnAlgorithmThatIsNotKnownHereIsUnsuitableAndNotTampered()
    {
        var signature = Forge.Signature(Forge.Part, lab.OfficeKey);
        byte[] rsa = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
        var name = signature.AsSpan().LastIndexOf(rsa);
        // The last name in the message is that of the signature's algorithm; 14 would be RSA with SHA-224.
        signature[name + rsa.Length - 1] = 14;

        (await lab.ReadAsync(Forge.Mail(Forge.Entity(Forge.Part, signature)))).Verdict.Should().BeOfType<SignatureVerdict.Unsuitable>();
    }

    [Fact]
    public async Task ASha1DigestIsUnsuitable()
    {
        var signer = Forge.Signer(lab.OfficeKey);
        signer.DigestAlgorithm = new Oid("1.3.14.3.2.26");
        signer.SignedAttributes.Add(new Pkcs9SigningTime(Forge.ClaimedTime));
        var signature = Forge.Signature(Forge.Part, signer);

        (await lab.ReadAsync(Forge.Mail(Forge.Entity(Forge.Part, signature)))).Verdict.Should().BeOfType<SignatureVerdict.Unsuitable>();
    }

    [Fact]
    public async Task AnEncryptedMailWhoseSignatureIsBelowTheRootShowsNoHtml()
    {
        var html = "Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: text/html\r\n\r\n<img src=\"https://boese.example/\r\n--o\r\n" + Forge.Signed(lab.OfficeKey) + "--o--\r\n";

        var mail = await lab.ReadAsync(Forge.Mail(Forge.Encrypted(html, lab.SenderKey)));

        (mail.Verdict.GetType(), mail.IsEncrypted, mail.Html).Should().Be((typeof(SignatureVerdict.PartlySigned), true, null));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xhtml+xml")]
    [InlineData("image/svg+xml")]
    public async Task HtmlOfAnEncryptedMailWithoutSignatureIsNotHandedOutAsAFileEither(string type)
    {
        var page = $"\r\n--o\r\nContent-Type: {type}\r\n\r\n<img src=\"https://boese.example/";
        var file = page.Replace("\r\n\r\n", "\r\nContent-Disposition: attachment; filename=a.html\r\n\r\n", StringComparison.Ordinal);
        var parts = $"Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: text/plain\r\n\r\nText{page}{page}{file}\r\n--o--\r\n";

        var secret = await lab.ReadAsync(Forge.Mail(Forge.Encrypted(parts, lab.SenderKey)));
        var open = await lab.ReadAsync(Forge.Mail(parts));

        (secret.Text, secret.Html, secret.Attachments.Count).Should().Be(("Text", null, 0));
        open.Attachments.Should().HaveCount(type == "text/html" ? 2 : 3);
    }

    [Fact]
    public async Task AMailWithoutSignatureIsNotSigned() =>
        (await lab.ReadAsync(Forge.Mail(Forge.Part))).Verdict.Should().BeOfType<SignatureVerdict.NotSigned>();
}
