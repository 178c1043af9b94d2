using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail;

/// <summary>Whatever comes in, the answer is a mail with a verdict or one kind of exception.</summary>
public sealed class HostileMailTests(MailLab lab) : IClassFixture<MailLab>
{
    [Fact]
    public async Task AMailOverTheLimitIsNotRead()
    {
        var large = Forge.Mail("Content-Type: text/plain\r\n\r\n" + new string('x', 20_000));

        var reading = () => lab.ReadAsync(large, options => options.Limits.MaxIncomingSize = 10_000);

        (await reading.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.IncomingTooLarge);
    }

    [Fact]
    public async Task TooManyPartsAreRefused()
    {
        var parts = string.Concat(Enumerable.Repeat("--x\r\n\r\n\r\n", 5000));

        var reading = () => lab.ReadAsync(Forge.Mail("Content-Type: multipart/mixed; boundary=x\r\n\r\n" + parts + "--x--\r\n"));

        (await reading.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.IncomingMalformed);
    }

    [Fact]
    public void ManyTinyPartsAreRefusedBeforeTheyFillTheMemory()
    {
        var parts = Forge.Mail("Content-Type: multipart/mixed; boundary=x\r\n\r\n" + string.Concat(Enumerable.Repeat("--x\n\n", 600_000)));
        var settings = Settings();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = () => new MailIntake(settings, new MailSpools()).Read(new MemoryStream(parts));

        reading.Should().Throw<SecureMailException>().Which.Code.Should().Be(SecureMailErrors.IncomingMalformed);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(20 * parts.LongLength);
    }

    [Theory]
    [InlineData("", "a:\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n", "a:\n")]
    [InlineData("Content-Type: message/rfc822\r\n\r\n", "a:\n")]
    [InlineData("Cc: ", "a@b,")]
    [InlineData("Content-Type: text/plain", ";a=b")]
    [InlineData("References: ", "<a@b> ")]
    public async Task AFloodOfHeadersIsRefused(string start, string repeated)
    {
        var flood = Forge.Mail(start + string.Concat(Enumerable.Repeat(repeated, 2_000_000 / repeated.Length)) + "\r\n\r\nText");

        var reading = () => lab.ReadAsync(flood);

        (await reading.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.IncomingMalformed);
    }

    [Fact]
    public async Task AFloodOfHeadersInsideTheEncryptionIsRefusedToo()
    {
        var flood = string.Concat(Enumerable.Repeat("a:\n", 700_000)) + "\r\nText";

        var reading = () => lab.ReadAsync(Forge.Mail(Forge.Encrypted(flood, lab.SenderKey)));

        (await reading.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.IncomingMalformed);
    }

    [Fact]
    public async Task DeepNestingIsRefused()
    {
        var nested = new StringBuilder();
        for (var depth = 0; depth < 5000; depth++)
            nested.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{depth}\r\n\r\n--b{depth}\r\n");

        var reading = () => lab.ReadAsync(Forge.Mail(nested.ToString()));

        (await reading.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.IncomingMalformed);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void TenThousandNestedMessagesAreRefusedInBoundedMemory(bool isMultipart, bool isEncrypted)
    {
        var levels = Enumerable.Range(0, 10_000).Select(depth => isMultipart
            ? $"Content-Type: multipart/mixed; boundary=b{depth}\r\n\r\n--b{depth}\r\n"
            : "Content-Type: message/rfc822\r\n\r\n");
        var nested = string.Concat(levels) + Forge.Part;
        var mail = Forge.Mail(isEncrypted ? Forge.Encrypted(nested, lab.SenderKey) : nested);
        var settings = Settings();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = () => new MailIntake(settings, new MailSpools()).Read(new MemoryStream(mail));

        reading.Should().Throw<SecureMailException>().Which.Code.Should().Be(SecureMailErrors.IncomingMalformed);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(8_000_000);
    }

    [Fact]
    public async Task ManyLayersOfEncryptionAreNotFollowedForEver()
    {
        var content = Forge.Part;
        for (var layer = 0; layer < 8; layer++)
            content = Forge.Encrypted(content, lab.SenderKey);

        var mail = await lab.ReadAsync(Forge.Mail(content));

        mail.Text.Should().BeNull();
        mail.Verdict.Should().NotBeOfType<SignatureVerdict.Valid>();
    }

    [Fact]
    public async Task AMailForAnotherKeyCannotBeRead()
    {
        var reading = () => lab.ReadAsync(Forge.Mail(Forge.Encrypted(Forge.Part, lab.OfficeKey)));

        (await reading.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.CannotDecrypt);
    }

    [Fact]
    public async Task AKeyThatCannotBeLoadedAnyMoreIsSaid()
    {
        var isOut = false;
        await using var services = lab.Services(options => options.DecryptionKeys =
        [
            new CertificateOptions { Callback = () => isOut ? throw new TimeoutException("away") : X509Certificate2.CreateFromPem(lab.SenderKey.CertificatePem, lab.SenderKey.KeyPem) },
        ]);
        var reader = services.GetRequiredService<ISecureMailReader>();
        var reading = () => reader.OpenAsync(new MemoryStream(Forge.Mail(Forge.Encrypted(Forge.Part, lab.SenderKey))));
        (await reading()).IsEncrypted.Should().BeTrue();

        isOut = true;

        (await reading.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.CannotDecrypt);
    }

    [Fact]
    public async Task AWrongKeyAndWrongPaddingGiveTheSameAnswer()
    {
        var mail = Forge.Encrypted(Forge.Part, lab.SenderKey);
        var damaged = Encoding.ASCII.GetBytes(Forge.Header() + mail);
        // The last block of the ciphertext holds the padding.
        damaged[^8] = damaged[^8] == (byte)'A' ? (byte)'B' : (byte)'A';
        var reading = () => lab.ReadAsync(damaged);
        var otherKey = () => lab.ReadAsync(Forge.Mail(Forge.Encrypted(Forge.Part, lab.OfficeKey)));

        var one = await reading.Should().ThrowAsync<SecureMailException>();
        var two = await otherKey.Should().ThrowAsync<SecureMailException>();

        (one.Which.Code, one.Which.Message).Should().Be((two.Which.Code, two.Which.Message));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\\\Windows\\\\evil.exe", "evil.exe")]
    [InlineData("..", "attachment-1")]
    [InlineData("", "attachment-1")]
    [InlineData("a\u202Efdp.exe", "afdp.exe")]
    public async Task FileNamesAreMadeHarmless(string claimed, string safe)
    {
        var mail = $"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nText\r\n--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"{claimed}\"\r\n\r\nPDF\r\n--x--\r\n";

        var read = await lab.ReadAsync([.. Encoding.UTF8.GetBytes(Forge.Header() + mail)]);

        read.Attachments.Should().ContainSingle().Which.FileName.Should().Be(safe);
    }

    [Fact]
    public void NoiseNeverEscapesAsAnotherException() =>
        Gen.OneOf(Gen.Byte.Array[0, 2000], Gen.OneOf(Seeds().Select(Gen.Const).ToArray()).SelectMany(Mutate))
            .Sample(bytes => { IsValid(bytes); }, iter: 500);

    [Fact]
    public void NoChangedByteOfTheSignedPartStaysValid()
    {
        var mail = Forge.Mail(Forge.Signed(lab.OfficeKey));
        var text = Encoding.Latin1.GetString(mail);
        var start = text.IndexOf("Content-Type: text/plain", StringComparison.Ordinal);
        var end = start + Forge.Part.Length;

        Gen.Select(Gen.Int[start, end - 1], Gen.Byte[1, 255]).Sample(
            change =>
            {
                var changed = mail.ToArray();
                changed[change.Item1] ^= change.Item2;
                return !IsValid(changed);
            },
            iter: 300);
    }

    private MailSettings Settings()
    {
        var options = new SecureMailOptions();
        lab.Fill(options);
        return new MailSettings(options, lab.Clock);
    }

    private IEnumerable<byte[]> Seeds() =>
    [
        Forge.Mail(Forge.Signed(lab.OfficeKey)),
        Forge.Mail(Forge.Opaque(Forge.Signature(Forge.Part, lab.OfficeKey, detached: false))),
        Forge.Mail(Forge.Encrypted(Forge.Signed(lab.OfficeKey), lab.SenderKey)),
    ];

    private static Gen<byte[]> Mutate(byte[] seed) => Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Byte).Array[1, 8].Select(changes =>
    {
        var mutant = seed.ToArray();
        foreach (var (position, value) in changes)
            mutant[position] = value;
        return mutant;
    });

    private bool IsValid(byte[] bytes)
    {
        try
        {
            return lab.ReadAsync(bytes).GetAwaiter().GetResult().Verdict is SignatureVerdict.Valid;
        }
        catch (SecureMailException)
        {
            return false;
        }
    }
}
