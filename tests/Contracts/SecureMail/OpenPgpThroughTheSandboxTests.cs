using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BaseComponents.Sandbox.Mail;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>The client finds keys in the Sandbox's Web Key Directory over TLS, and the Sandbox opens what it sealed with cryptography of its own.</summary>
public sealed class OpenPgpThroughTheSandboxTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    private static readonly SecureMessage _message = new() { To = [SandboxMailboxes.OpenPgp], Subject = "Bescheid über Fördermittel", Text = "Grüße an den Verein" };

    [Fact]
    public async Task AKeyFromTheDirectoryEncryptsAndTheInboxOpensIt()
    {
        var page = await PageAsync((await SendAsync(_message)).MessageId);

        page.Body!.TextContent.Should().Contain("Grüße an den Verein").And.Contain("OpenPGP mit AES-256 und Integritätscode").And.Contain("Bescheid über Fördermittel");
        page.QuerySelector("[role=alert]").Should().BeNull();
        page.QuerySelector(".confirmed")!.TextContent.Should().Contain("der Schlüssel gehört zur Absenderadresse");
    }

    [Fact]
    public async Task GpgOpensItWithTheKeyOfTheMailbox()
    {
        await using var gpg = Gpg.OrSkip();
        await gpg.ImportAsync(await sandbox.Http.GetStringAsync($"mail/keys/{SandboxMailboxes.OpenPgp}.asc"));
        await gpg.ImportAsync(await sandbox.Http.GetStringAsync($"mail/keys/{SandboxMailboxes.Sender}.asc"));
        var wire = await sandbox.RawByMessageIdAsync((await SendAsync(_message)).MessageId);
        gpg.File("message.asc", Encrypted(wire));

        (await gpg.RunAsync("--output", "content.eml", "--decrypt", "message.asc")).Should().Contain("[GNUPG:] DECRYPTION_OKAY").And.Contain("[GNUPG:] GOODSIG");

        Encoding.Latin1.GetString(gpg.Read("content.eml")).Should().Contain("text/plain");
    }

    [Theory]
    [InlineData("vereine.example/hu/{0}?l=post")]
    [InlineData("hu/{0}?l=post")]
    public async Task GpgReadsWhatTheDirectoryAnswersWhereItWouldLook(string path)
    {
        await using var gpg = Gpg.OrSkip();
        var program = File.Exists("/usr/lib/gnupg/gpg-wks-client") ? "/usr/lib/gnupg/gpg-wks-client" : "gpg-wks-client";
        if (!Path.IsPathRooted(program))
            Peer.OrSkip(program);
        var hash = (await Peer.RunAsync(program, ["--print-wkd-hash", SandboxMailboxes.OpenPgp])).Output.Split(' ')[0];

        gpg.File("key.pgp", await sandbox.Http.GetByteArrayAsync(".well-known/openpgpkey/" + string.Format(System.Globalization.CultureInfo.InvariantCulture, path, hash)));

        (await gpg.RunAsync("--import-options", "show-only", "--import", "key.pgp")).Should().Contain($"<{SandboxMailboxes.OpenPgp}>").And.Contain("cv25519");
    }

    [Theory]
    [InlineData("mail.wkd.unknown", SecureMailErrors.NoCertificate, false)]
    [InlineData("mail.wkd.revoked-key", SecureMailErrors.CertificateRevoked, false)]
    [InlineData("mail.wkd.key-of-another", SecureMailErrors.CertificateUnsuitable, false)]
    [InlineData("mail.wkd.oversized", SecureMailErrors.DirectoryUnavailable, false)]
    [InlineData("mail.wkd.slow", SecureMailErrors.DirectoryUnavailable, true)]
    public async Task WhatTheDirectoryDoesWrongStopsTheMail(string name, string code, bool isTransient)
    {
        await sandbox.ArmAsync(name, 1, milliseconds: 5000);

        var fault = await FaultAsync(_message, ("OpenPgp:WebKeyDirectory:Timeout", name.EndsWith("slow", StringComparison.Ordinal) ? "00:00:01" : "00:00:10"));

        (fault.Code, fault.RecipientIndex, fault.Outcome, fault.IsTransient).Should().Be((code, 0, MailOutcome.NotSent, isTransient));
        fault.ToString().Should().NotContain("post@").And.NotContain("vereine.example");
        await sandbox.Http.DeleteAsync("_sandbox/faults");
    }

    [Fact]
    public async Task ARevokedKeyIsRefused() =>
        (await FaultAsync(_message with { To = [SandboxMailboxes.RevokedOpenPgpKey] })).Code.Should().Be(SecureMailErrors.CertificateRevoked);

    [Fact]
    public async Task WithoutTheSandboxsRootItsDirectoryIsNotTrusted() =>
        (await FaultAsync(_message, ("OpenPgp:WebKeyDirectory:Domains:0:TrustAnchorsPem", null))).Code.Should().Be(SecureMailErrors.DirectoryUnavailable);

    [Fact]
    public async Task WithoutItsPlaceInTheSettingsItIsNotFound() =>
        (await FaultAsync(_message, ("OpenPgp:WebKeyDirectory:Domains:0:Server", null))).Code.Should().Be(SecureMailErrors.DirectoryUnavailable);

    [Fact]
    public async Task AForgedSenderIsWarnedOf()
    {
        var forger = ThrowAwayOpenPgpKey.Make(SandboxMailboxes.Sender);
        await using var services = sandbox.Services(options => options.OpenPgp.SigningKey = forger.ToOptions());
        var receipt = await services.GetRequiredService<ISecureMailClient>().SendAsync(_message);

        var alert = (await PageAsync(receipt.MessageId)).QuerySelector(".alert.danger[role=alert]")!;

        alert.TextContent.Should().Contain("Warnung: Signatur ungültig").And.Contain("nicht kennt");
    }

    [Fact]
    public async Task AForgedCertificateIsWarnedOf()
    {
        using var authority = new ThrowAwayMailAuthority();
        await using var services = sandbox.Services(options =>
        {
            options.Sender.Certificate = authority.Issue(SandboxMailboxes.Sender).ToOptions();
            options.TrustAnchorsPem += "\n" + authority.AnchorPem;
        });
        var receipt = await services.GetRequiredService<ISecureMailClient>().SendAsync(_message with { To = [MailSandbox.Office] });

        (await PageAsync(receipt.MessageId)).QuerySelector(".alert.danger[role=alert]")!.TextContent.Should().Contain("nicht von der Sandbox ausgestellt");
    }

    [Fact]
    public async Task AMailboxOnACurveReadsAesGcm()
    {
        var page = await PageAsync((await SendAsync(_message with { To = [SandboxMailboxes.EllipticCurve] })).MessageId);

        page.Body!.TextContent.Should().Contain("Grüße an den Verein").And.Contain("AES-256-GCM").And.Contain("ECDH mit SHA-256");
    }

    private static byte[] Encrypted(byte[] wire)
    {
        using var content = new MemoryStream();
        ((MimePart)((Multipart)MimeMessage.Load(new MemoryStream(wire)).Body!)[1]).Content!.DecodeTo(content);
        return content.ToArray();
    }

    private async Task<MailReceipt> SendAsync(SecureMessage message)
    {
        await using var services = sandbox.Services();
        return await services.GetRequiredService<ISecureMailClient>().SendAsync(message);
    }

    private async Task<SecureMailException> FaultAsync(SecureMessage message, params (string Key, string? Value)[] settings)
    {
        await using var services = sandbox.Services(null, null, settings);
        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(message);
        return (await sending.Should().ThrowAsync<SecureMailException>()).Which;
    }

    private async Task<IDocument> PageAsync(string messageId)
    {
        var id = (await sandbox.ListAsync()).First(mail => mail.MessageId == $"<{messageId}>").Id;
        return new HtmlParser().ParseDocument(await sandbox.Http.GetStringAsync($"mail/{id}"));
    }
}
