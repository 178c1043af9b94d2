using BaseComponents.Sandbox.Mail;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>Bad input that the Sandbox holds ready.</summary>
public sealed class BadRecipientsAreRefusedTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    private static readonly SecureMessage _message = new() { To = [MailSandbox.Office], Subject = "Antrag", Text = "geheim" };

    [Theory]
    [InlineData(SandboxMailboxes.ExpiredCertificate, SecureMailErrors.CertificateExpired, "expired")]
    [InlineData(SandboxMailboxes.WithoutCertificate, SecureMailErrors.NoCertificate, "no certificate is configured")]
    [InlineData("injected@b.example\r\nBcc: c@d.example", SecureMailErrors.AddressInvalid, "line breaks")]
    [InlineData("Erika Muster <erika.muster@b.example>", SecureMailErrors.AddressInvalid, "not one address alone")]
    public async Task OneBadRecipientStopsTheWholeMailAndIsCountedNotNamed(string address, string code, string words)
    {
        var fault = await FaultAsync(_message with { To = [MailSandbox.Office, address] });

        (fault.Code, fault.RecipientIndex, fault.Outcome, fault.IsTransient).Should().Be((code, 1, MailOutcome.NotSent, false));
        fault.Message.Should().Contain("Recipient 2 of 2").And.Contain(words).And.Contain("docs/errors.md#" + code);
        fault.ToString().Should().NotContain(address.Split('@')[0]);
    }

    [Fact]
    public async Task A60MegabyteAttachmentIsRefusedBeforeItIsOpened()
    {
        var opened = false;
        var attachment = new SecureAttachment { FileName = "film.mp4", ContentType = "video/mp4", Length = 60_000_000, OpenAsync = _ => { opened = true; return ValueTask.FromResult(Stream.Null); } };

        var fault = await FaultAsync(_message with { Attachments = [attachment] });

        fault.Code.Should().Be(SecureMailErrors.MessageTooLarge);
        fault.Message.Should().Contain("112.4 MB").And.Contain("limit is 15 MB").And.Contain("7.9 MB");
        opened.Should().BeFalse();
    }

    [Fact]
    public async Task AnEndlessAttachmentIsCutAtTheLimit()
    {
        var stream = new EndlessStream();
        var attachment = new SecureAttachment { FileName = "film.mp4", OpenAsync = _ => ValueTask.FromResult<Stream>(stream) };

        var fault = await FaultAsync(_message with { Attachments = [attachment] });

        fault.Code.Should().Be(SecureMailErrors.MessageTooLarge);
        stream.Delivered.Should().BeLessThan(16_000_000);
    }

    [Fact]
    public async Task TheLargestAllowedMailGoesThrough()
    {
        await using var services = sandbox.Services();
        var receipt = await services.GetRequiredService<ISecureMailClient>().SendAsync(
            _message with { Attachments = [SecureAttachment.FromBytes("plan.pdf", "application/pdf", new byte[7_900_000])] });

        receipt.Size.Should().BeLessThan(15_000_000);
        (await sandbox.RawByMessageIdAsync(receipt.MessageId)).LongLength.Should().Be(receipt.Size);
    }

    private async Task<SecureMailException> FaultAsync(SecureMessage message)
    {
        var before = (await sandbox.ListAsync()).Count;
        await using var services = sandbox.Services();
        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(message);
        var fault = (await sending.Should().ThrowAsync<SecureMailException>()).Which;
        (await sandbox.ListAsync()).Should().HaveCount(before);
        return fault;
    }

    private sealed class EndlessStream : Stream
    {
        public long Delivered { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Delivered += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
