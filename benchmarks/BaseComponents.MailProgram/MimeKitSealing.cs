using System.Security.Cryptography.X509Certificates;
using MimeKit;
using MimeKit.Cryptography;

namespace BaseComponents.MailProgram;

/// <summary>The same mail by MimeKit's own S/MIME with the algorithms set to good ones: AES-256-CBC and RSA-OAEP, since it writes no GCM.</summary>
public static class MimeKitSealing
{
    public static async Task SealAsync(string file, string output, X509Certificate2 sender, X509Certificate2 recipient)
    {
        using var context = new TemporarySecureMimeContext();
        await using var content = File.OpenRead(file);
        using var part = new MimePart("application", "octet-stream") { Content = new MimeContent(content), ContentTransferEncoding = ContentEncoding.Base64, FileName = "file.bin" };
        var signing = new CmsSigner(sender) { DigestAlgorithm = DigestAlgorithm.Sha256 };
        var reading = new CmsRecipient(recipient) { EncryptionAlgorithms = [EncryptionAlgorithm.Aes256], RsaEncryptionPadding = RsaEncryptionPadding.OaepSha256 };
        using var signed = await MultipartSigned.CreateAsync(context, signing, part);
        using var mail = new MimeMessage { Subject = "Measurement", Body = await ApplicationPkcs7Mime.EncryptAsync(context, [reading], signed) };
        await mail.WriteToAsync(output);
    }
}
