using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire;
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

    private static SecureMessage Message() => new() { To = [MailLab.Office], Subject = "Antrag", Text = Canary };

    private async Task<byte[]> SealAsync(SecureMessage message, Action<SecureMailOptions>? change = null)
    {
        await using var services = lab.Services(change);
        using var mail = await services.GetRequiredService<MailSealer>().SealAsync(message, services.GetRequiredKeyedService<MailSettingsSource>("").Current, default);
        using var wire = new MemoryStream();
        await mail.Message.WriteToAsync(wire);
        return wire.ToArray();
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
