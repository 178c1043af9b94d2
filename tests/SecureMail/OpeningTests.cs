using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using BaseComponents.Tests.SecureMail.Cms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.SecureMail;

/// <summary>What is kept of a mail while it is opened and read: in memory, on the disk, in logs and exceptions.</summary>
[Collection(nameof(TempFolder))]
public sealed class OpeningTests : IDisposable
{
    private const string Canary = "Kanarienvogel Erika Mustermann";
    private readonly MailLab _lab = new();
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Forms => ["plain", "detached", "linefeeds", "opaque", "cbc", "gcm", "signed-gcm", "gcm-in-signed"];

    public void Dispose()
    {
        _folder.Dispose();
        _lab.Dispose();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task NothingReadableLiesOnTheDiskWhileAMailIsOpen(string form)
    {
        var file = string.Concat(Enumerable.Range(0, 100_000).Select(number => $"{number} {Canary}\n"));
        var entity = $"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n{Canary}\r\n--x\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(Encoding.ASCII.GetBytes(file), Base64FormattingOptions.InsertLineBreaks) + "\r\n--x--\r\n";
        var mail = await _lab.ReadAsync(Of(form, entity));

        (mail.Text, mail.Attachments.Count).Should().Be((Canary, 1));
        Encoding.ASCII.GetString(await mail.Attachments[0].ReadAllAsync()).Should().Be(file);
        mail.Verdict.GetType().Name.Should().Be(form switch
        {
            "detached" or "linefeeds" or "opaque" or "signed-gcm" => nameof(SignatureVerdict.Valid),
            "gcm-in-signed" => nameof(SignatureVerdict.PartlySigned),
            _ => nameof(SignatureVerdict.NotSigned),
        });
        _folder.Files.Should().NotBeEmpty();
        var kept = string.Concat(_folder.Files.Select(TempFolder.Read));
        kept.Should().NotContain("Kanarienvogel").And.NotContain("Content-Type").And.NotContain(Convert.ToBase64String(Encoding.ASCII.GetBytes("Kanarienvogel "))[..16]);

        await mail.DisposeAsync();

        _folder.Files.Should().BeEmpty();
        var late = () => mail.Attachments[0].ReadAllAsync();
        await late.Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task NeitherLogsNorExceptionsHoldWhatADamagedMailSays()
    {
        var logs = new CollectedLogs();
        var message = Sealed(Forge.Part.Replace("Zahlen", Canary, StringComparison.Ordinal));
        message[^12] ^= 1;
        await using var services = _lab.Services();
        services.GetRequiredService<ILoggerFactory>().AddProvider(logs);

        var reading = () => services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(Forge.Mail(Envelope(message))));

        var exception = (await reading.Should().ThrowAsync<SecureMailException>()).Which;
        exception.Code.Should().Be(SecureMailErrors.CannotDecrypt);
        (exception + logs.All).Should().NotContain("Kanarienvogel").And.NotContain("Mustermann");
        logs.All.Should().Contain(SecureMailErrors.CannotDecrypt);
    }

    [Fact]
    public async Task OneFlippedByteAnywhereReleasesNothing()
    {
        var message = Sealed(Forge.Signed(_lab.OfficeKey));
        await using var services = _lab.Services();
        var reader = services.GetRequiredService<ISecureMailReader>();
        (await reader.OpenAsync(new MemoryStream(Forge.Mail(Envelope(message))))).Verdict.Should().BeOfType<SignatureVerdict.Valid>();

        for (var offset = 0; offset < message.Length; offset++)
        {
            message[offset] ^= 0x10;
            var reading = () => reader.OpenAsync(new MemoryStream(Forge.Mail(Envelope(message))));
            await reading.Should().ThrowAsync<SecureMailException>("octet {0} was changed", offset);
            message[offset] ^= 0x10;
        }

        message.Length.Should().BeGreaterThan(1000);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task ALargeMailIsNeverInMemory(string form)
    {
        const int Mebibytes = 24;
        var entity = "Content-Type: application/octet-stream; name=a.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(new byte[Mebibytes * 1024 * 1024], Base64FormattingOptions.InsertLineBreaks) + "\r\n";
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, Of(form, entity));
        await _lab.ReadAsync(Of(form, Forge.Part));
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await using var services = _lab.Services(options => options.Limits.MaxIncomingSize = 200_000_000);
        await using var file = File.OpenRead(path);
        await using var mail = await services.GetRequiredService<ISecureMailReader>().OpenAsync(file);
        await using var content = await mail.Attachments.Single().OpenReadAsync();
        var read = 0L;
        var piece = new byte[100_000];
        while (await content.ReadAsync(piece) is > 0 and var count)
            read += count;

        read.Should().Be(Mebibytes * 1024 * 1024);
        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(16 * 1024 * 1024);
    }

    [Fact]
    public async Task AStreamThatBreaksOffOrIsStoppedEndsTheReading()
    {
        await using var services = _lab.Services();
        var reader = services.GetRequiredService<ISecureMailReader>();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var broken = () => reader.OpenAsync(new Zeroes(5_000_000, isBroken: true));
        var stopped = () => reader.OpenAsync(new Zeroes(5_000_000), stop.Token);

        (await broken.Should().ThrowAsync<Exception>()).Which.Should().Match(fault => fault is IOException || fault is SecureMailException);
        await stopped.Should().ThrowAsync<OperationCanceledException>();
        _folder.Files.Should().BeEmpty();
    }

    /// <summary>Somebody who is this user, but is not in this process, has the file while a mail is open.</summary>
    [Theory]
    [InlineData("plain")]
    [InlineData("signed-gcm")]
    [InlineData("cbc")]
    public async Task WhatIsWrittenIntoTheFileMeanwhileIsNeverReadAsTheMail(string form)
    {
        var entity = "Content-Type: application/octet-stream; name=a.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(new byte[2_000_000], Base64FormattingOptions.InsertLineBreaks) + "\r\n";
        await using var mail = await _lab.ReadAsync(Of(form, entity));
        var path = _folder.Files.MaxBy(file => file.Length)!.FullName;
        (await mail.Attachments.Single().ReadAllAsync()).Should().HaveCount(2_000_000);

        foreach (var place in new[] { 200_000, 65_536, 1_048_576, 1_500_000 })
        {
            Flip(path, place);
            var reading = () => mail.Attachments.Single().ReadAllAsync();
            (await reading.Should().ThrowAsync<IOException>("octet {0} was changed", place)).Which.Message.Should().Contain("temp folder");
            Flip(path, place);
        }

        (await mail.Attachments.Single().ReadAllAsync()).Should().Equal(new byte[2_000_000]);
    }

    [Fact]
    public async Task TwoAttachmentsAreReadAtTheSameTime()
    {
        var parts = string.Concat(Enumerable.Range(0, 4).Select(number =>
            $"--x\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Enumerable.Repeat((byte)number, 800_000).ToArray(), Base64FormattingOptions.InsertLineBreaks)}\r\n"));
        var entity = $"Content-Type: multipart/mixed; boundary=x\r\n\r\n{parts}--x--\r\n";
        await using var mail = await _lab.ReadAsync(Of("gcm", entity));

        var contents = await Task.WhenAll(mail.Attachments.Select(attachment => Task.Run(() => attachment.ReadAllAsync())));

        contents.Select((content, number) => content.Length == 800_000 && content.All(octet => octet == number)).Should().Equal(true, true, true, true);
    }

    [Fact]
    public async Task ATextThatIsTooLongIsAFile()
    {
        await using var mail = await _lab.ReadAsync(
            Forge.Mail("Content-Type: text/plain\r\n\r\n" + new string('x', 20_000)), options => options.Limits.MaxTextSize = 10_000);

        mail.Text.Should().BeNull();
        (await mail.Attachments.Single().ReadAllAsync()).Should().HaveCount(20_000);
        var reading = () => mail.Attachments.Single().ReadAllAsync(limit: 19_999);
        (await reading.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.IncomingTooLarge);
    }

    [Fact]
    public async Task AForwardedMailIsAFileAsItCame()
    {
        var forwarded = Forge.Header() + "Content-Type: text/plain\r\n\r\nZahlen Sie 50 Euro.";
        await using var mail = await _lab.ReadAsync(Forge.Mail($"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n{forwarded}\r\n--x--\r\n"));

        Encoding.ASCII.GetString(await mail.Attachments.Single().ReadAllAsync()).Should().Be(forwarded);
    }

    private static void Flip(string path, long place)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        file.Position = place;
        var octet = file.ReadByte();
        file.Position = place;
        file.WriteByte((byte)(octet ^ 1));
    }

    private byte[] Of(string form, string entity) => form switch
    {
        "plain" => Forge.Mail(entity),
        "detached" => Forge.Mail(Forge.Signed(_lab.OfficeKey, entity)),
        "linefeeds" => [.. Forge.Mail(Forge.Signed(_lab.OfficeKey, entity)).Where(octet => octet != '\r')],
        "opaque" => Forge.Mail(Forge.Opaque(Forge.Signature(entity, _lab.OfficeKey, detached: false))),
        "cbc" => Forge.Mail(Forge.Encrypted(entity, _lab.SenderKey)),
        "gcm" => Forge.Mail(Envelope(Sealed(entity))),
        "signed-gcm" => Forge.Mail(Envelope(Sealed(Forge.Signed(_lab.OfficeKey, entity)))),
        _ => Forge.Mail(Forge.Signed(_lab.OfficeKey, Envelope(Sealed(entity)))),
    };

    private byte[] Sealed(string entity) => Envelopes.Seal(Forge.Bytes(entity), ContentCipher.Aes256Gcm, isDer: false, Envelopes.For(
        System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(_lab.SenderKey.CertificatePem)));

    private static string Envelope(byte[] message) =>
        "Content-Type: application/pkcs7-mime; smime-type=authEnveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(message, Base64FormattingOptions.InsertLineBreaks) + "\r\n";
}
