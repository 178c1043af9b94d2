using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.SecureMail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Fuzz.SecureMail;

/// <summary>An authority and two mailboxes with keys that stay the same, and a reader that knows them. They protect nothing.</summary>
internal static class MailParties
{
    public const string Address = "mailbox@amt.example";
    public const string Text = "Zahlen Sie 50 Euro.";
    public const string Part = "Content-Type: text/plain\r\n\r\n" + Text;
    private static readonly Lazy<ServiceProvider> _services = new(Services);

    public static DateTimeOffset Now { get; } = new(2027, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 Authority { get; } = Load("mail-authority");

    public static X509Certificate2 Mailbox { get; } = Load("mail-mailbox");

    public static X509Certificate2 Revoked { get; } = Load("mail-revoked");

    /// <summary>Reads a mail as an application does. Valid is only what the mailbox signed.</summary>
    /// <returns>The verdict, or null where the mail was refused.</returns>
    public static SignatureVerdict? Open(byte[] mail)
    {
        try
        {
            var reading = _services.Value.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(mail));
            // The source is in memory, and nobody is asked for anything: it has ended, or waits for a thread of this process.
            var received = reading.GetAwaiter().GetResult();
            using var kept = (object)received as IDisposable;
            if (received.Verdict is SignatureVerdict.Valid && received.Text?.TrimEnd() != Text)
                throw new WrongReadingException("A mail is valid that says what nobody signed.");
            if (received is { IsEncrypted: true, Html: not null } && received.Verdict is not SignatureVerdict.Valid)
                throw new WrongReadingException("HTML that nobody signed was decrypted and handed out.");
            return received.Verdict;
        }
        catch (SecureMailException)
        {
            return null;
        }
    }

    public static byte[] Mail(string entity) => Encoding.Latin1.GetBytes($"From: {Address}\r\nTo: {Address}\r\nSubject: Bescheid\r\nMIME-Version: 1.0\r\n{entity}");

    public static string Message(string kind, byte[] content) =>
        $"Content-Type: application/pkcs7-mime; smime-type={kind}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)}\r\n";

    public static string Beside(byte[] signature) =>
        "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256; boundary=i\r\n\r\n--i\r\n" + Part
        + $"\r\n--i\r\nContent-Type: application/pkcs7-signature\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(signature, Base64FormattingOptions.InsertLineBreaks)}\r\n--i--\r\n";

    public static byte[] Signature(bool detached)
    {
        var message = new SignedCms(new ContentInfo(Encoding.Latin1.GetBytes(Part)), detached);
        message.ComputeSignature(new CmsSigner(Mailbox) { IncludeOption = X509IncludeOption.EndCertOnly, SignedAttributes = { new Pkcs9SigningTime(Now.UtcDateTime) } });
        return message.Encode();
    }

    public static byte[] Envelope(string content, bool withOaep = false)
    {
        var envelope = new EnvelopedCms(new ContentInfo(Encoding.Latin1.GetBytes(content)));
        envelope.Encrypt(withOaep ? new CmsRecipient(Mailbox, System.Security.Cryptography.RSAEncryptionPadding.OaepSHA256) : new CmsRecipient(Mailbox));
        return envelope.Encode();
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new FakeTimeProvider(Now));
        services.AddSecureMail(new ConfigurationBuilder().Build().GetSection("Mail")).Configure(options =>
        {
            var own = new CertificateOptions { Pem = Mailbox.ExportCertificatePem(), KeyPem = Mailbox.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem() };
            options.Environment = SecureMailEnvironment.Test;
            options.Smtp.Host = "127.0.0.1";
            (options.Sender.Address, options.Sender.Certificate, options.DecryptionKeys) = (Address, own, [own]);
            options.TrustAnchorsPem = Authority.ExportCertificatePem();
            options.Recipients = [new RecipientOptions { Address = Address, OpenPgpKey = new OpenPgpKeyOptions { Armored = OpenPgpParties.Mailbox.PublicText } }];
            options.OpenPgp.DecryptionKeys = [new OpenPgpKeyOptions { Armored = OpenPgpParties.Mailbox.SecretText }];
        });
        return services.BuildServiceProvider();
    }

    private static X509Certificate2 Load(string name)
    {
        var path = Path.Combine(Corpus.Root, "..", "keys", name + ".pem");
        return X509Certificate2.CreateFromPem(File.ReadAllText(path), File.ReadAllText(path));
    }
}
