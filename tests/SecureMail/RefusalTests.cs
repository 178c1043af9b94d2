using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail;

/// <summary>What is refused before a byte goes to the mail server: nothing listens here, so a mail that got further would fail otherwise.</summary>
public sealed class RefusalTests(MailLab lab) : IClassFixture<MailLab>
{
    private static readonly SecureMessage _message = new() { To = [MailLab.Office], Subject = "Antrag", Text = "Text" };

    [Fact]
    public async Task AGoodMessageGetsAsFarAsTheServer() =>
        (await lab.RefusalAsync(_message)).Code.Should().Be(SecureMailErrors.ServerUnreachable);

    [Theory]
    [InlineData("Antrag\r\nBcc: fremd@boese.example")]
    [InlineData("Antrag\nX: y")]
    [InlineData("Antrag\rX: y")]
    [InlineData("Antrag\u0085X")]
    [InlineData("Antrag\0")]
    [InlineData("")]
    [InlineData(" ")]
    public async Task ASubjectCannotInjectHeaders(string subject) =>
        (await lab.RefusalAsync(_message with { Subject = subject })).Code.Should().Be(SecureMailErrors.MessageInvalid);

    [Theory]
    [InlineData("a.pdf\r\nX: y", "application/pdf")]
    [InlineData("a\".pdf", "application/pdf")]
    [InlineData("../a.pdf", "application/pdf")]
    [InlineData("a\u202Efdp.exe", "application/pdf")]
    [InlineData("", "application/pdf")]
    [InlineData("a.pdf", "application/pdf\r\nX: y")]
    [InlineData("a.pdf", "nothing")]
    [InlineData("a.pdf", "multipart/mixed")]
    [InlineData("a.pdf", "message/rfc822")]
    public async Task AnAttachmentCannotInjectHeadersOrParts(string name, string type) =>
        (await lab.RefusalAsync(_message with { Attachments = [SecureAttachment.FromBytes(name, type, [1])] })).Code.Should().Be(SecureMailErrors.MessageInvalid);

    [Theory]
    [InlineData("steueramt@amt.example\r\nBcc: x@y.example")]
    [InlineData("steueramt@amt.example, x@y.example")]
    [InlineData("<steueramt@amt.example>")]
    [InlineData("\"a b\"@amt.example")]
    [InlineData("@amt.example")]
    [InlineData("a@localhost")]
    [InlineData("a@-b.example")]
    [InlineData("a..b@amt.example")]
    [InlineData("bücher@amt.example")]
    [InlineData("")]
    public async Task AnAddressIsNothingButAnAddress(string address) =>
        (await lab.RefusalAsync(_message with { To = [address] })).Code.Should().Be(SecureMailErrors.AddressInvalid);

    [Theory]
    [InlineData(long.MaxValue, long.MaxValue, SecureMailErrors.MessageTooLarge)]
    [InlineData(60_000_000, -60_000_000, SecureMailErrors.MessageTooLarge)]
    [InlineData(-1, long.MinValue, SecureMailErrors.ServerUnreachable)]
    public async Task LengthsThatCannotBeTrueHideNothing(long one, long other, string code)
    {
        var attachment = SecureAttachment.FromBytes("a.pdf", "application/pdf", [1]);

        (await lab.RefusalAsync(_message with { Attachments = [attachment with { Length = one }, attachment with { Length = other }] })).Code.Should().Be(code);
    }

    [Fact]
    public async Task RecipientsAreNamedOnceAndThereIsOne()
    {
        (await lab.RefusalAsync(_message with { To = [] })).Code.Should().Be(SecureMailErrors.MessageInvalid);
        (await lab.RefusalAsync(_message with { To = [MailLab.Office, MailLab.Office.ToUpperInvariant()] })).Code.Should().Be(SecureMailErrors.MessageInvalid);
        (await lab.RefusalAsync(_message with { Text = null })).Code.Should().Be(SecureMailErrors.MessageInvalid);
    }

    public static TheoryData<string, Func<MailLab, ThrowAwayMailKey>> BadCertificates { get; } = new()
    {
        { SecureMailErrors.CertificateExpired, lab => lab.Authority.Issue(MailLab.Office, lab.Clock.GetUtcNow().AddDays(-30), lab.Clock.GetUtcNow().AddDays(-1)) },
        { SecureMailErrors.CertificateExpired, lab => lab.Authority.Issue(MailLab.Office, lab.Clock.GetUtcNow().AddDays(1)) },
        { SecureMailErrors.CertificateUnsuitable, lab => lab.Authority.Issue("other@amt.example") with { Address = MailLab.Office } },
        { SecureMailErrors.CertificateUnsuitable, lab => lab.Authority.Issue(MailLab.Office, "1.3.6.1.5.5.7.3.1", X509KeyUsageFlags.KeyEncipherment) },
        { SecureMailErrors.CertificateUnsuitable, lab => lab.Authority.Issue(MailLab.Office, "1.3.6.1.5.5.7.3.4", X509KeyUsageFlags.DigitalSignature) },
        { SecureMailErrors.CertificateUnsuitable, lab => lab.Authority.Issue(MailLab.Office, "1.3.6.1.5.5.7.3.4", X509KeyUsageFlags.KeyEncipherment, keySize: 1024) },
        { SecureMailErrors.CertificateUntrusted, lab => TestKeys.Authority(lab.Clock, "stranger").Issue(MailLab.Office) },
        { SecureMailErrors.CertificateUntrusted, lab => TestKeys.Authority(lab.Clock, "stranger").Issue(MailLab.Office, lab.Clock.GetUtcNow().AddDays(-30), lab.Clock.GetUtcNow().AddDays(-1)) },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(BadCertificates))]
    public async Task ARecipientsCertificateIsValidated(string code, Func<MailLab, ThrowAwayMailKey> key)
    {
        var fault = await lab.RefusalAsync(_message, options => options.Recipients = [key(lab).ToRecipient()]);

        (fault.Code, fault.RecipientIndex, fault.IsTransient).Should().Be((code, 0, false));
        fault.ToString().Should().NotContain("steueramt").And.NotContain("other@");
    }

    /// <summary>An even modulus is no RSA key, but looks like one until it is used.</summary>
    [Fact]
    public async Task AKeyThatCannotEncryptIsUnsuitable()
    {
        using var authority = new HashAuthority(HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, lab.Clock);
        using var rsa = RSA.Create(2048);
        var numbers = rsa.ExportParameters(false);
        numbers.Modulus![^1] &= 0xFE;
        using var impossible = RSA.Create(numbers);
        var certificate = authority.Issue(MailLab.Office, new PublicKey(impossible));

        var fault = await lab.RefusalAsync(_message, options =>
        {
            options.TrustAnchorsPem += "\n" + authority.AnchorPem;
            options.Recipients = [new RecipientOptions { Address = MailLab.Office, CertificatePem = certificate }];
        });

        (fault.Code, fault.Outcome).Should().Be((SecureMailErrors.CertificateUnsuitable, MailOutcome.NotSent));
    }

    [Fact]
    public async Task ASendersCertificateThatIsSpoiledWhileTheProcessRunsIsSaid()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, lab.SenderKey.CertificatePem + "\n" + lab.SenderKey.KeyPem);
            await using var services = lab.Services(options => options.Sender.Certificate = new CertificateOptions { Path = file });
            var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(_message);
            (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.ServerUnreachable);

            await File.WriteAllTextAsync(file, "half a cert");
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

            (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.SenderCertificate);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task ASourceOfCertificatesThatFailsIsSaid()
    {
        var isOut = false;
        await using var services = lab.Services(options => options.Sender.Certificate = new CertificateOptions
        {
            Callback = () => isOut ? throw new TimeoutException("Erika Mustermann") : X509Certificate2.CreateFromPem(lab.SenderKey.CertificatePem, lab.SenderKey.KeyPem),
        });
        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(_message);
        (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.ServerUnreachable);

        isOut = true;

        (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.SenderCertificate);
    }

    [Fact]
    public async Task ACertificateThatExpiresWhileTheProcessRunsIsRefusedFromThatDayOn()
    {
        using var own = new MailLab();
        own.Clock.Advance(TimeSpan.FromDays(400));

        (await own.RefusalAsync(_message, options => options.Sender.Certificate = own.Authority.Issue(MailLab.Sender).ToOptions())).Code.Should().Be(SecureMailErrors.CertificateExpired);
        (await own.RefusalAsync(_message, options => options.Recipients = [own.Authority.Issue(MailLab.Office).ToRecipient()])).Code.Should().Be(SecureMailErrors.SenderCertificate);
    }

    [Fact]
    public async Task PlainMailNeedsNoRecipientCertificateButASender()
    {
        var plain = _message with { To = ["buerger@web.example"], Protection = MailProtection.Plain("confirmation") };

        (await lab.RefusalAsync(plain)).Code.Should().Be(SecureMailErrors.ServerUnreachable);
        (await lab.RefusalAsync(plain with { Protection = MailProtection.Encrypted })).Code.Should().Be(SecureMailErrors.NoCertificate);
        (await lab.RefusalAsync(plain, options => options.Sender.Certificate = lab.OfficeKey.ToOptions())).Code.Should().Be(SecureMailErrors.SenderCertificate);
    }

    [Fact]
    public void PlainMailNeedsAReason()
    {
        var plain = () => MailProtection.Plain(" ");

        plain.Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task AnAttachmentThatCannotBeReadIsSaidWithoutItsPath()
    {
        var missing = SecureAttachment.FromFile("/nowhere/Erika-Mustermann.pdf", "application/pdf");

        var fault = await lab.RefusalAsync(_message with { Attachments = [missing] });

        fault.Code.Should().Be(SecureMailErrors.AttachmentUnreadable);
        fault.ToString().Should().NotContain("Mustermann");
    }
}
