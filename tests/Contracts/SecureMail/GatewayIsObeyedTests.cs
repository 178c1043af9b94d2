using System.Net.Http.Json;
using System.Text;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>Our client and the Sandbox's gateway, with the profile that the Sandbox hands out.</summary>
public sealed class GatewayIsObeyedTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    private const string Keyless = "ohne-zertifikat@beispielstadt.example";
    private const string OutOfReach = "unerreichbar@beispielstadt.example";
    private const string Canary = "Kanarienvogel4711";
    private static readonly SecureMessage _message = new() { To = [MailSandbox.Office, Keyless], Subject = "Bescheid", Text = Canary, Protection = MailProtection.EncryptedOrGateway };

    [Fact]
    public async Task WhoHasAKeyReadsItThereAndTheOthersHaveItInTheWebMailbox()
    {
        var receipt = await SendAsync(_message);

        receipt.Parts.Select(part => part.Protection).Should().Equal(MailProtection.Encrypted, MailProtection.ByGateway);
        (await WaysAsync(receipt.Parts[0].MessageId)).Should().Equal("PassedOn");
        (await WaysAsync(receipt.Parts[1].MessageId)).Should().Equal("WebMailbox");
        Encoding.Latin1.GetString(await sandbox.RawByMessageIdAsync(receipt.Parts[0].MessageId)).Should().NotContain(Canary);
    }

    [Fact]
    public async Task TheGatewayEncryptsWhatItIsToldToAndTheSignatureHoldsBehindIt()
    {
        var receipt = await SendAsync(_message with { To = [MailSandbox.Office], Protection = MailProtection.ByGateway });
        var left = await LeftAsync(receipt.MessageId);

        Encoding.Latin1.GetString(left).Should().Contain("application/pkcs7-mime").And.NotContain(Canary).And.NotContain("[sicher]").And.NotContain("X-Sandbox");
        var read = await ReadAsync(left, MailSandbox.Office);
        read.Verdict.Should().BeOfType<SignatureVerdict.Valid>();
        (read.IsEncrypted, read.Text!.Trim(), read.Subject).Should().Be((true, Canary, "Bescheid"));
    }

    [Fact]
    public async Task WhatTheGatewayCannotEncryptIsRefusedAndNothingLeaves()
    {
        var before = (await sandbox.ListAsync()).Count;

        var fault = await FaultAsync(_message with { To = [OutOfReach] });

        (fault.Code, fault.Outcome, fault.IsTransient).Should().Be((SecureMailErrors.Rejected, MailOutcome.NotSent, false));
        fault.ToString().Should().NotContain("unerreichbar");
        (await sandbox.ListAsync()).Should().HaveCount(before);
    }

    [Theory]
    [InlineData("[offen] Bescheid")]
    [InlineData("Bescheid [OFFEN]")]
    [InlineData("［ｏｆｆｅｎ］ Bescheid")]
    [InlineData("[o\u200Bffen] Bescheid")]
    public async Task ASubjectDoesNotTurnEncryptionOff(string subject)
    {
        var receipt = await SendAsync(_message with { To = [MailSandbox.Office], Subject = subject, Protection = MailProtection.ByGateway });

        (await WaysAsync(receipt.MessageId)).Should().Equal("Encrypted");
    }

    [Fact]
    public async Task ASubjectDoesNotTurnPlainMailIntoAnOrder()
    {
        var receipt = await SendAsync(_message with { To = [MailSandbox.Office], Subject = "[sicher] Bescheid", Protection = MailProtection.Plain("test") });

        (await WaysAsync(receipt.MessageId)).Should().Equal("Plain");
    }

    [Fact]
    public async Task AFileThatTheGatewayRefusesIsRefusedHereFirst()
    {
        var macro = SecureAttachment.FromBytes("brief.docm", "application/octet-stream", [1]);

        (await FaultAsync(_message with { To = [MailSandbox.Office], Attachments = [macro], Protection = MailProtection.ByGateway })).Code.Should().Be(SecureMailErrors.FileRefused);
        (await SendAsync(_message with { To = [MailSandbox.Office], Attachments = [macro] })).Protection.Should().Be(MailProtection.Encrypted);
        (await FaultAsync(_message with { To = [MailSandbox.Office], Attachments = [macro], Protection = MailProtection.ByGateway }, ("Gateway:RefusedFileEndings:0", ".x"))).Code.Should().Be(SecureMailErrors.Rejected);
    }

    [Fact]
    public async Task BlindCopiesLeaveNoTrace()
    {
        var receipt = await SendAsync(_message with { To = [MailSandbox.Office], Bcc = [Keyless, "bauamt@freiberg.amt.example"] });

        receipt.Parts.Select(part => string.Join(' ', part.Recipients)).Should().Equal("0", "1", "2");
        foreach (var part in receipt.Parts)
        {
            var raw = Encoding.Latin1.GetString(await sandbox.RawByMessageIdAsync(part.MessageId));
            raw.Should().NotContain("ohne-zertifikat").And.NotContain("bauamt").And.Contain(MailSandbox.Office);
        }
    }

    [Fact]
    public async Task WithoutTheGuaranteeNothingGoesThere()
    {
        (await FaultAsync(_message with { To = [Keyless] }, ("Policy", "RequireEncryption"))).Code.Should().Be(SecureMailErrors.NoCertificate);
        (await FaultAsync(_message with { To = [Keyless], Protection = MailProtection.Encrypted })).Code.Should().Be(SecureMailErrors.NoCertificate);
    }

    /// <summary>A file says nothing of where it came from.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AMarkInAFileIsNotBelieved(bool isForged)
    {
        if (isForged)
            await sandbox.ArmAsync("mail.gateway.forged-mark");
        var answer = await sandbox.Http.PostAsync("mail/gateway/incoming", new ByteArrayContent("From: a@b.example\r\nSubject: x\r\n\r\nx\r\n"u8.ToArray()), TestContext.Current.CancellationToken);
        var kept = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<MailSandbox.Received>(TestContext.Current.CancellationToken);
        await using var services = sandbox.Services();

        await using var read = await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(await sandbox.RawAsync(kept!.Id)), TestContext.Current.CancellationToken);

        read.Gateway.Should().Be(GatewayMark.None);
        read.Verdict.Should().BeOfType<SignatureVerdict.NotSigned>();
    }

    private async Task<MailReceipt> SendAsync(SecureMessage message, params (string Key, string? Value)[] settings)
    {
        await using var services = sandbox.Services(settings: settings);
        return await services.GetRequiredService<ISecureMailClient>().SendAsync(message);
    }

    private async Task<SecureMailException> FaultAsync(SecureMessage message, params (string Key, string? Value)[] settings)
    {
        var sending = () => SendAsync(message, settings);
        return (await sending.Should().ThrowAsync<SecureMailException>()).Which;
    }

    private async Task<IEnumerable<string>> WaysAsync(string messageId) =>
        (await sandbox.Http.GetFromJsonAsync<List<Delivery>>($"mail/{await IdAsync(messageId)}/gateway.json"))!.Select(delivery => delivery.Way);

    private async Task<byte[]> LeftAsync(string messageId) => await sandbox.Http.GetByteArrayAsync($"mail/{await IdAsync(messageId)}/gateway/1.eml");

    private async Task<string> IdAsync(string messageId) => (await sandbox.ListAsync()).First(mail => mail.MessageId == $"<{messageId}>").Id;

    private async Task<ReceivedMail> ReadAsync(byte[] mail, string mailbox)
    {
        var key = await sandbox.KeyPemAsync(mailbox);
        await using var services = sandbox.Services(options => options.DecryptionKeys = [new CertificateOptions { Pem = key, KeyPem = key }]);
        return await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(mail));
    }

    private sealed record Delivery(IReadOnlyList<string> Recipients, string Way);
}
