using MimeKit;
using MimeKit.Cryptography;

namespace BaseComponents.Benchmarks.Mail;

/// <summary>The same mail by MimeKit's own S/MIME with the algorithms set to good ones: AES-256-CBC and RSA-OAEP, since it writes no GCM. In this process, which is warm.</summary>
internal sealed class MimeKitPeer(MailParties parties)
{
    public async Task SealAsync(string file, string output)
    {
        using var context = new TemporarySecureMimeContext();
        await using var content = File.OpenRead(file);
        using var part = new MimePart("application", "octet-stream") { Content = new MimeContent(content), ContentTransferEncoding = ContentEncoding.Base64, FileName = "file.bin" };
        var signer = new CmsSigner(parties.SenderCertificate()) { DigestAlgorithm = DigestAlgorithm.Sha256 };
        var recipient = new CmsRecipient(parties.RecipientCertificate()) { EncryptionAlgorithms = [EncryptionAlgorithm.Aes256], RsaEncryptionPadding = RsaEncryptionPadding.OaepSha256 };
        using var signed = await MultipartSigned.CreateAsync(context, signer, part);
        using var mail = new MimeMessage { Subject = "Measurement", Body = await ApplicationPkcs7Mime.EncryptAsync(context, [recipient], signed) };
        await mail.WriteToAsync(output);
    }
}
