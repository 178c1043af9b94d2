using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;

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
        { SecureMailErrors.CertificateUntrusted, lab => new ThrowAwayMailAuthority(lab.Clock).Issue(MailLab.Office) },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(BadCertificates))]
    public async Task ARecipientsCertificateIsValidated(string code, Func<MailLab, ThrowAwayMailKey> key)
    {
        var fault = await lab.RefusalAsync(_message, options => options.Recipients = [key(lab).ToRecipient()]);

        (fault.Code, fault.RecipientIndex, fault.IsTransient).Should().Be((code, 0, false));
        fault.ToString().Should().NotContain("steueramt").And.NotContain("other@");
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
