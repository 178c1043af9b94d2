using System.Text;
using BaseComponents.SecureMail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace BaseComponents.Tests.Contracts.SecureMail.Peers;

/// <summary>A mail between the city, which uses the package, and a citizen, who uses another program.</summary>
internal sealed class PeerMail(CmsPeer peer)
{
    private const string Text = "Bescheid für Sie, ẞ";
    private const string Part = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nBescheid f=C3=BCr Sie, =E1=BA=9E\r\n";

    /// <summary>The package seals; the program decrypts and verifies.</summary>
    public async Task SealAsync(EncryptionWay way)
    {
        var (city, citizen) = (PeerKey.Of("RSA", PeerKey.City), PeerKey.Of(way.Kind, PeerKey.Citizen));
        var mail = await WriteAsync(city, citizen, options =>
        {
            options.Recipients[0].KeyTransport = way.Transport == "PKCS1" ? KeyTransport.Pkcs1 : KeyTransport.Oaep;
            options.Recipients[0].ContentEncryption = way.IsAuthenticated ? ContentEncryption.Gcm : ContentEncryption.Cbc;
        }, MailProtection.Encrypted);
        var envelope = Decoded((MimePart)MimeMessage.Load(new MemoryStream(mail)).Body!);
        await VerifyAsync(await peer.DecryptAsync(envelope, citizen), city);
    }

    /// <summary>The package signs; the program verifies.</summary>
    public async Task SignAsync(SignatureWay way)
    {
        var city = PeerKey.Of(way.Kind, PeerKey.City);
        var mail = await WriteAsync(
            city, PeerKey.Of("RSA", PeerKey.Citizen), options => options.Sender.SignaturePadding = way.Algorithm == "PSS" ? SignaturePadding.Pss : SignaturePadding.Pkcs1, MailProtection.Plain("matrix of programs"));
        await VerifyAsync(mail, city);
    }

    /// <summary>The program signs and encrypts; the package opens.</summary>
    public async Task OpenAsync(EncryptionWay way)
    {
        var (city, citizen) = (PeerKey.Of(way.Kind, PeerKey.City), PeerKey.Of("RSA", PeerKey.Citizen));
        var envelope = await peer.EncryptAsync(await SignedAsync(SignatureWay.Rsa, citizen), way, city);
        var type = way.IsAuthenticated ? "authEnveloped-data" : "enveloped-data";
        var mail = Mail(citizen, Encoding.ASCII.GetBytes($"Content-Type: application/pkcs7-mime; smime-type={type}; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(envelope)}\r\n"));
        await ReadAsync(mail, city, citizen, isEncrypted: true);
    }

    /// <summary>The program signs; the package gives its verdict.</summary>
    public async Task JudgeAsync(SignatureWay way)
    {
        var citizen = PeerKey.Of(way.Kind, PeerKey.Citizen);
        await ReadAsync(Mail(citizen, await SignedAsync(way, citizen)), PeerKey.Of("RSA", PeerKey.City), citizen, isEncrypted: false);
    }

    private async Task<byte[]> SignedAsync(SignatureWay way, PeerKey citizen)
    {
        var signature = await peer.SignAsync(Encoding.ASCII.GetBytes(Part), way, citizen);
        return Encoding.ASCII.GetBytes(
            $"Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256; boundary=\"edge\"\r\n\r\n--edge\r\n{Part}\r\n--edge\r\n"
            + $"Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(signature)}\r\n--edge--\r\n");
    }

    private async Task VerifyAsync(byte[] entity, PeerKey signer)
    {
        var signed = (Multipart)MimeEntity.Load(new MemoryStream(entity));
        // What was signed stands between the first two lines of the boundary, to the octet.
        var text = Encoding.Latin1.GetString(entity);
        var edge = $"--{signed.Boundary}\r\n";
        var start = text.IndexOf(edge, StringComparison.Ordinal) + edge.Length;
        var content = entity[start..text.IndexOf("\r\n" + edge, start, StringComparison.Ordinal)];
        ((TextPart)MimeEntity.Load(new MemoryStream(content))).Text.Trim().Should().Be(Text);
        await peer.VerifyAsync(content, Decoded((MimePart)signed[1]), signer);
    }

    private static async Task ReadAsync(byte[] mail, PeerKey city, PeerKey citizen, bool isEncrypted)
    {
        await using var services = Services(city, citizen);
        await using var read = await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(mail));
        read.Verdict.Should().BeOfType<SignatureVerdict.Valid>().Which.SignerAddress.Should().Be(citizen.Address);
        (read.IsEncrypted, read.IsAuthenticated, read.Text!.Trim()).Should().Be((isEncrypted, true, Text));
    }

    private static async Task<byte[]> WriteAsync(PeerKey city, PeerKey citizen, Action<SecureMailOptions> change, MailProtection protection)
    {
        await using var services = Services(city, citizen, change);
        using var mail = new MemoryStream();
        await services.GetRequiredService<ISecureMailClient>().SealAsync(new SecureMessage { To = [citizen.Address], Subject = "Bescheid", Text = Text, Protection = protection }, mail);
        return mail.ToArray();
    }

    private static ServiceProvider Services(PeerKey city, PeerKey citizen, Action<SecureMailOptions>? change = null)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSecureMail(new ConfigurationBuilder().Build().GetSection("BaseComponents:SecureMail")).Configure(options =>
        {
            options.Environment = SecureMailEnvironment.Test;
            options.Smtp.Host = "127.0.0.1";
            options.TrustAnchorsPem = PeerKey.RootPem;
            (options.Sender.Address, options.Sender.Certificate) = (city.Address, new CertificateOptions { Pem = city.CertificatePem, KeyPem = city.KeyPem });
            options.DecryptionKeys = [options.Sender.Certificate];
            options.Recipients = [new RecipientOptions { Address = citizen.Address, CertificatePem = citizen.CertificatePem }];
            change?.Invoke(options);
        });
        return services.BuildServiceProvider();
    }

    private static byte[] Mail(PeerKey citizen, byte[] entity) =>
        [.. Encoding.ASCII.GetBytes($"From: {citizen.Address}\r\nTo: amt@{PeerKey.City}\r\nSubject: Bescheid\r\nMIME-Version: 1.0\r\n"), .. entity];

    private static string Base64(byte[] octets) => Convert.ToBase64String(octets, Base64FormattingOptions.InsertLineBreaks);

    private static byte[] Decoded(MimePart part)
    {
        using var octets = new MemoryStream();
        part.Content!.DecodeTo(octets);
        return octets.ToArray();
    }
}
