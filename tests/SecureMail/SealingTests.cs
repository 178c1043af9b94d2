using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.Tests.SecureMail.Cms;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail;

/// <summary>From a message to the mail on the wire, and what is kept of it meanwhile.</summary>
public sealed class SealingTests(MailLab lab) : IClassFixture<MailLab>
{
    private const string Canary = "Kanarienvogel Erika Mustermann";

    [Theory]
    [InlineData("P-256")]
    [InlineData("P-384")]
    [InlineData("P-521")]
    [InlineData("brainpoolP256r1")]
    [InlineData("brainpoolP384r1")]
    [InlineData("brainpoolP512r1")]
    public async Task KeysOnCurvesSignAndReceive(string curve)
    {
        using var authority = new HashAuthority(HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, lab.Clock);
        var office = OnCurve(authority, MailLab.Office, curve, 0);
        var sender = OnCurve(authority, MailLab.Sender, curve, 1);

        var mail = await OpenAsync(
            await SealAsync(
                new SecureMessage { To = [MailLab.Office], Subject = "Antrag", Text = Canary },
                options =>
                {
                    options.TrustAnchorsPem = authority.AnchorPem;
                    options.Sender.Certificate = sender;
                    options.Recipients = [new RecipientOptions { Address = MailLab.Office, CertificatePem = office.Pem }];
                }),
            options => (options.TrustAnchorsPem, options.DecryptionKeys) = (authority.AnchorPem, [office]));

        (mail.Verdict.GetType(), mail.IsEncrypted, mail.Text).Should().Be((typeof(SignatureVerdict.Valid), true, Canary));
    }

    [Theory]
    [InlineData(null, ContentEncryption.Cbc, "enveloped-data")]
    [InlineData(null, ContentEncryption.Gcm, "authenveloped-data")]
    [InlineData(ContentEncryption.Gcm, ContentEncryption.Cbc, "authenveloped-data")]
    [InlineData(ContentEncryption.Cbc, ContentEncryption.Gcm, "enveloped-data")]
    public async Task TheEncryptionIsWhatTheRecipientReads(ContentEncryption? ofRecipient, ContentEncryption fallback, string type)
    {
        var mail = await SealAsync(Message(), options =>
        {
            options.DefaultContentEncryption = fallback;
            options.Recipients[0].ContentEncryption = ofRecipient;
        });

        Encoding.ASCII.GetString(mail).Should().ContainEquivalentOf("smime-type=" + type);
        (await OpenAsync(mail)).Verdict.Should().BeOfType<SignatureVerdict.Valid>();
    }

    [Fact]
    public async Task OneRecipientWithoutGcmDecidesForAll()
    {
        var other = lab.Authority.Issue("ordnungsamt@amt.example");

        var mail = await SealAsync(Message() with { To = [MailLab.Office, other.Address] }, options =>
        {
            options.Recipients[0].ContentEncryption = ContentEncryption.Gcm;
            options.Recipients.Add(other.ToRecipient());
        });

        Encoding.ASCII.GetString(mail).Should().Contain("smime-type=enveloped-data");
    }

    [Fact]
    public async Task ASenderOnACurveNeedsASecretForMessageIdsOfAKey()
    {
        using var authority = new HashAuthority(HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, lab.Clock);
        var certificate = OnCurve(authority, MailLab.Sender, "P-256", 2);
        var sealing = (string? secret) => SealAsync(Message() with { Key = "AZ-1" }, options =>
        {
            options.TrustAnchorsPem += "\n" + authority.AnchorPem;
            (options.Sender.Certificate, options.Sender.MessageIdSecret) = (certificate, secret);
        });

        await sealing("sixteen characters and more");
        var failing = () => sealing(null);

        (await failing.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.SenderCertificate);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AMailIsSealedIntoAStreamThatOnlyTakesItsTime(bool isEncrypted)
    {
        var file = RandomNumberGenerator.GetBytes(2_000_000);
        var message = Message() with
        {
            Attachments = [SecureAttachment.FromBytes("a.bin", "application/octet-stream", file)],
            Protection = isEncrypted ? MailProtection.Encrypted : MailProtection.Plain("a test"),
        };
        await using var services = lab.Services(options => options.DefaultContentEncryption = ContentEncryption.Gcm);
        using var output = new SlowStream();

        var seal = await services.GetRequiredService<ISecureMailClient>().SealAsync(message, output);

        (seal.Size, seal.Protection).Should().Be((output.Written.Length, message.Protection));
        await using var mail = await lab.ReadAsync(output.Written, options => options.DecryptionKeys = [lab.OfficeKey.ToOptions()]);
        (mail.Verdict.GetType(), mail.IsEncrypted, mail.Text, mail.MessageId, mail.Subject).Should().Be((typeof(SignatureVerdict.Valid), isEncrypted, Canary, seal.MessageId, "Antrag"));
        (await mail.Attachments.Single().ReadAllAsync()).Should().Equal(file);
        Encoding.ASCII.GetString(output.Written).Contains("Kanarienvogel", StringComparison.Ordinal).Should().Be(!isEncrypted);
    }

    [Fact]
    public async Task AMailThatCannotBeSealedSaysSoAndIsNoMail()
    {
        var broken = new SecureAttachment { FileName = "a.bin", OpenAsync = _ => ValueTask.FromResult<Stream>(new Zeroes(3_000_000, isBroken: true)) };
        await using var services = lab.Services();
        using var output = new MemoryStream();
        var client = services.GetRequiredService<ISecureMailClient>();

        var sealing = () => client.SealAsync(Message() with { Attachments = [broken] }, output);
        var large = () => client.SealAsync(Message() with { Attachments = [broken with { OpenAsync = _ => ValueTask.FromResult<Stream>(new Zeroes(30_000_000)) }] }, Stream.Null);
        var refusing = () => client.SealAsync(Message(), new MemoryStream(new byte[10]));

        (await sealing.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.AttachmentUnreadable);
        (await large.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.MessageTooLarge);
        await refusing.Should().ThrowAsync<NotSupportedException>();
        var reading = () => lab.ReadAsync(output.ToArray(), options => options.DecryptionKeys = [lab.OfficeKey.ToOptions()]);
        await reading.Should().ThrowAsync<SecureMailException>();
    }

    [Theory]
    [InlineData(5L)]
    [InlineData(null)]
    public async Task AnAttachmentMayBeLongerThanItSays(long? said)
    {
        var file = RandomNumberGenerator.GetBytes(3_000_000);
        await using var services = lab.Services();
        using var output = new SlowStream();

        var seal = await services.GetRequiredService<ISecureMailClient>().SealAsync(
            Message() with { Attachments = [SecureAttachment.FromBytes("a.bin", "application/octet-stream", file) with { Length = said }] }, output);

        seal.Size.Should().Be(output.Written.Length);
        await using var mail = await lab.ReadAsync(output.Written, options => options.DecryptionKeys = [lab.OfficeKey.ToOptions()]);
        (await mail.Attachments.Single().ReadAllAsync()).Should().Equal(file);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(3_000_000)]
    public async Task WhatTheOutputSaysComesOut(int size)
    {
        await using var services = lab.Services();
        var message = Message() with { Attachments = [SecureAttachment.FromBytes("a.bin", "application/octet-stream", new byte[size])] };

        var sealing = () => services.GetRequiredService<ISecureMailClient>().SealAsync(message, new FullStream());

        (await sealing.Should().ThrowAsync<IOException>()).WithMessage("full");
    }

    [Fact]
    public async Task SealingStopsWhenItIsToldTo()
    {
        await using var services = lab.Services(options => options.Limits.MaxMessageSize = 200_000_000);
        using var stop = new CancellationTokenSource();
        var endless = new SecureAttachment
        {
            FileName = "a.bin",
            OpenAsync = async _ =>
            {
                await stop.CancelAsync();
                return new Zeroes(50_000_000);
            },
        };

        var sealing = () => services.GetRequiredService<ISecureMailClient>().SealAsync(Message() with { Attachments = [endless] }, new MemoryStream(), stop.Token);

        await sealing.Should().ThrowAsync<OperationCanceledException>();
    }

    private sealed class FullStream : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            throw new IOException("full");
        }
    }

    private static SecureMessage Message() => new() { To = [MailLab.Office], Subject = "Antrag", Text = Canary };

    private async Task<byte[]> SealAsync(SecureMessage message, Action<SecureMailOptions>? change = null)
    {
        await using var services = lab.Services(change);
        using var output = new MemoryStream();
        await services.GetRequiredService<ISecureMailClient>().SealAsync(message, output);
        return output.ToArray();
    }

    private Task<ReceivedMail> OpenAsync(byte[] mail, Action<SecureMailOptions>? change = null) => lab.ReadAsync(mail, options =>
    {
        options.DecryptionKeys = [lab.OfficeKey.ToOptions()];
        change?.Invoke(options);
    });

    private static CertificateOptions OnCurve(HashAuthority authority, string address, string curve, int number)
    {
        using var key = CmsKey.Of(curve, number).GetECDsaPrivateKey()!;
        return new CertificateOptions { Pem = authority.Issue(address, new PublicKey(key)), KeyPem = key.ExportPkcs8PrivateKeyPem() };
    }
}
