using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Testing;
using BaseComponents.SecureMail.Wire;
using BaseComponents.Tests.Contracts.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Keys;

/// <summary>The sender's own keys: where they come from, which one is used for what, and how one gives way to the next.</summary>
public sealed class OwnKeyTests(MailLab lab) : IClassFixture<MailLab>, IDisposable
{
    private const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    private static readonly SecureMessage _message = new() { To = [MailLab.Office], Subject = "Antrag", Text = "Text" };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("own-keys");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AFileWithTwoKeysUnderOneNameSignsWithOneAndDecryptsWithTheOther()
    {
        var (signing, encryption) = (Only(X509KeyUsageFlags.DigitalSignature), Only(X509KeyUsageFlags.KeyEncipherment));
        foreach (var order in new ThrowAwayMailKey[][] { [signing, encryption], [encryption, signing] })
        {
            var file = new CertificateOptions { Path = Write("both.p12", KeyFiles.Pkcs12(order)), Password = KeyFiles.Password };
            var mail = await SealAsync(options => (options.Sender.Certificate, options.Sender.EncryptToSelf) = (file, true));

            var own = await lab.ReadAsync(mail, options => options.DecryptionKeys = [file]);
            var office = await lab.ReadAsync(mail, options => options.DecryptionKeys = [lab.OfficeKey.ToOptions()]);

            own.Verdict.Should().BeOfType<SignatureVerdict.Valid>();
            office.Verdict.Should().BeOfType<SignatureVerdict.Valid>().Which.Thumbprint.Should().Be(Thumbprint(signing));
        }
    }

    [Fact]
    public async Task OpensslReadsTheFileWithTwoKeysAsWeDo()
    {
        using var openssl = OpenSsl.OrSkip();
        openssl.File("both.p12", KeyFiles.Pkcs12(Only(X509KeyUsageFlags.DigitalSignature), Only(X509KeyUsageFlags.KeyEncipherment)));

        var text = await openssl.RunAsync("pkcs12", "-in", "both.p12", "-passin", "pass:" + KeyFiles.Password, "-nodes");

        System.Text.RegularExpressions.Regex.Count(text, "BEGIN PRIVATE KEY").Should().Be(2);
        System.Text.RegularExpressions.Regex.Count(text, "friendlyName: alice").Should().Be(4);
    }

    [Theory]
    [InlineData("-certpbe", "AES-256-CBC", "-keypbe", "AES-256-CBC")]
    [InlineData("-certpbe", "NONE", "-keypbe", "AES-128-CBC")]
    [InlineData("-macalg", "sha512", "-name", "alice")]
    public async Task AFileMadeByOpensslSigns(params string[] arguments)
    {
        using var openssl = OpenSsl.OrSkip();
        openssl.File("key.pem", lab.SenderKey.KeyPem);
        openssl.File("certificate.pem", lab.SenderKey.CertificatePem);
        await openssl.RunAsync(["pkcs12", "-export", "-in", "certificate.pem", "-inkey", "key.pem", "-out", "own.p12", "-passout", "pass:" + KeyFiles.Password, .. arguments]);
        var file = new CertificateOptions { Path = Write("own.p12", openssl.Read("own.p12")), Password = KeyFiles.Password };

        var mail = await lab.ReadAsync(await SealAsync(options => options.Sender.Certificate = file), options => options.DecryptionKeys = [lab.OfficeKey.ToOptions()]);

        mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>().Which.Thumbprint.Should().Be(Thumbprint(lab.SenderKey));
    }

    [Fact]
    public async Task MailToOneselfIsEncryptedForTheCertificateThatIsForEncryption()
    {
        var (signing, encryption) = (Only(X509KeyUsageFlags.DigitalSignature), Only(X509KeyUsageFlags.KeyEncipherment));
        void Both(SecureMailOptions options) =>
            (options.Sender.Certificate, options.Sender.EncryptionCertificate, options.Sender.EncryptToSelf) = (signing.ToOptions(), encryption.ToOptions(), true);

        var mail = await SealAsync(Both);

        (await lab.ReadAsync(mail, options => options.DecryptionKeys = [encryption.ToOptions()])).IsEncrypted.Should().BeTrue();
        var withSigning = () => lab.ReadAsync(mail, options => options.DecryptionKeys = [signing.ToOptions()]);
        (await withSigning.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.CannotDecrypt);
        (await lab.RefusalAsync(_message, options => (options.Sender.Certificate, options.Sender.EncryptToSelf) = (signing.ToOptions(), true))).Code.Should().Be(SecureMailErrors.SenderCertificate);
    }

    [Fact]
    public async Task AKeyInAModuleSignsAndDecryptsAndIsNeverExported()
    {
        using var inside = RSA.Create();
        inside.ImportFromPem(lab.SenderKey.KeyPem);
        var counter = new ModuleRsa.Counter();
        var module = new CertificateOptions { Pem = lab.SenderKey.CertificatePem, KeyCallback = () => new ModuleRsa(inside, counter) };

        var sent = await SealAsync(options => (options.Sender.Certificate, options.Sender.EncryptToSelf) = (module, true));
        var signed = counter.Signed;
        var read = await lab.ReadAsync(sent, options => options.DecryptionKeys = [module]);

        read.Verdict.Should().BeOfType<SignatureVerdict.Valid>();
        (signed, counter.Signed, counter.Decrypted, counter.Exported).Should().Be((1, 1, 1, 0));
    }

    [Fact]
    public async Task AKeyOnACurveInAModuleSignsAndAgrees()
    {
        using var authority = new HashAuthority(HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, lab.Clock);
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var pem = authority.Issue(MailLab.Sender, new PublicKey(key));
        var parameters = key.ExportParameters(true);
        void Module(SecureMailOptions options, Func<AsymmetricAlgorithm> callback)
        {
            options.TrustAnchorsPem = lab.Authority.AnchorPem + "\n" + authority.AnchorPem;
            var module = new CertificateOptions { Pem = pem, KeyCallback = callback };
            (options.Sender.Certificate, options.Sender.EncryptToSelf, options.DecryptionKeys) = (module, true, [module]);
        }

        var sent = await SealAsync(options => Module(options, () => ECDsa.Create(parameters)));
        var read = await lab.ReadAsync(sent, options => Module(options, () => ECDiffieHellman.Create(parameters)));

        (read.IsEncrypted, read.Verdict.GetType()).Should().Be((true, typeof(SignatureVerdict.Valid)));
    }

    [Fact]
    public async Task AModuleThatDoesNotAnswerIsSaidWithoutWhatItSaid()
    {
        var module = new CertificateOptions { Pem = lab.SenderKey.CertificatePem, KeyCallback = () => throw new TimeoutException("Erika Mustermann") };

        var fault = await lab.RefusalAsync(_message, options => options.Sender.Certificate = module);

        fault.Code.Should().Be(SecureMailErrors.SenderCertificate);
        fault.ToString().Should().NotContain("Mustermann");
    }

    [Fact]
    public async Task AfterARollOverTheNewKeySignsAndAllOldOnesStillDecrypt()
    {
        var keys = Enumerable.Range(0, 3).Select(_ => lab.Authority.Issue(MailLab.Sender)).ToList();
        var expired = lab.Authority.Issue(MailLab.Sender, lab.Clock.GetUtcNow().AddYears(-3), lab.Clock.GetUtcNow().AddYears(-1));
        void RolledOver(SecureMailOptions options)
        {
            options.Sender.Certificate = keys[0].ToOptions();
            options.DecryptionKeys = [.. keys.Append(expired).Select(key => key.ToOptions())];
        }

        foreach (var key in keys.Append(expired))
            (await lab.ReadAsync(Forge.Mail(Forge.Encrypted(Forge.Signed(lab.OfficeKey), key)), RolledOver)).Verdict.Should().BeOfType<SignatureVerdict.Valid>();
        var sent = await lab.ReadAsync(await SealAsync(RolledOver), options => options.DecryptionKeys = [lab.OfficeKey.ToOptions()]);
        sent.Verdict.Should().BeOfType<SignatureVerdict.Valid>().Which.Thumbprint.Should().Be(Thumbprint(keys[0]));
    }

    [Fact]
    public async Task AFileThatIsReplacedSignsTheNextMailWithoutARestart()
    {
        var renewed = lab.Authority.Issue(MailLab.Sender);
        var path = Write("own.p12", KeyFiles.Pkcs12(lab.SenderKey));
        var options = Options(changed => changed.Sender.Certificate = new CertificateOptions { Path = path, Password = KeyFiles.Password });
        var settings = new MailSettings(options, lab.Clock);

        (await SignerAsync(settings)).Should().Be(Thumbprint(lab.SenderKey));
        Write("own.p12", KeyFiles.Pkcs12(renewed));
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);

        (await SignerAsync(settings)).Should().Be(Thumbprint(renewed));
    }

    [Fact]
    public async Task TheHealthPageLearnsWhatEndsSoon()
    {
        using var own = new MailLab();
        var soon = own.Authority.Issue(MailLab.Office, validUntil: own.Clock.GetUtcNow().AddDays(29));
        await using var services = own.Services(options => (options.Recipients, options.Sender.EncryptToSelf) = ([soon.ToRecipient()], true));

        var before = services.GetRequiredService<ISecureMailCertificates>().Check();
        own.Clock.Advance(TimeSpan.FromDays(30));
        var after = services.GetRequiredService<ISecureMailCertificates>().Check();

        before.Select(one => (one.Role, one.Index, one.EndsSoon)).Should().Equal(
            (CertificateRole.Signing, 0, false), (CertificateRole.EncryptionToSelf, 0, false), (CertificateRole.Recipient, 0, true));
        before[2].Thumbprint.Should().Be(Thumbprint(soon));
        (before[2].Left, after[2].Left < TimeSpan.Zero, after[2].EndsSoon).Should().Be((TimeSpan.FromDays(29), true, true));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Thumbprint(ThrowAwayMailKey key)
    {
        using var certificate = X509Certificate2.CreateFromPem(key.CertificatePem);
        return certificate.GetCertHashString(HashAlgorithmName.SHA256);
    }

    private ThrowAwayMailKey Only(X509KeyUsageFlags usage) => lab.Authority.Issue(MailLab.Sender, EmailProtection, usage);

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private SecureMailOptions Options(Action<SecureMailOptions>? change)
    {
        var options = new SecureMailOptions();
        lab.Fill(options);
        change?.Invoke(options);
        return options;
    }

    private Task<byte[]> SealAsync(Action<SecureMailOptions>? change = null) => SealAsync(new MailSettings(Options(change), lab.Clock));

    private async Task<byte[]> SealAsync(MailSettings settings)
    {
        using var mail = await new MailSealer(lab.Clock).SealAsync(OutgoingPart.Whole(_message), settings, Cancelled);
        using var bytes = new MemoryStream();
        await mail.Message.WriteToAsync(BaseComponents.SecureMail.Wire.Mime.CanonicalFormat.Options, bytes, Cancelled);
        return bytes.ToArray();
    }

    private async Task<string> SignerAsync(MailSettings settings)
    {
        var mail = await lab.ReadAsync(await SealAsync(settings), options => options.DecryptionKeys = [lab.OfficeKey.ToOptions()]);
        return ((SignatureVerdict.Valid)mail.Verdict).Thumbprint;
    }
}
