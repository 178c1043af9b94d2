using System.Security.Cryptography.X509Certificates;
using MimeKit;
using MimeKit.Cryptography;

namespace BaseComponents.Sandbox.Mail;

/// <summary>
/// Opens a mail as the recipient would, with the recipient's key and with other cryptography (Bouncy Castle) than the client's, so that the
/// two do not share a mistake.
/// </summary>
internal sealed class OfficeDesk(MailKeys keys, X509Certificate2 root)
{
    public OpenedMail Open(StoredMail mail)
    {
        if (MailParser.Message(mail.Raw) is not { Body: { } body } message)
            return OpenedMail.Unreadable("Die Nachricht hat nicht die Form einer E-Mail (RFC 5322).");
        try
        {
            return Open(body, message, mail.Summary.Recipients);
        }
        catch (Exception exception)
        {
            // Bytes of a stranger make the library throw whatever its casts, indexes and tables throw: no list of types is ever complete.
            return OpenedMail.Unreadable(
                $"Mit dem Schlüssel des Amtes ließ sich die Nachricht nicht öffnen: sie ist für einen anderen Schlüssel, oder sie ist beschädigt ({exception.GetType().Name}).");
        }
    }

    private OpenedMail Open(MimeEntity body, MimeMessage message, IEnumerable<string> recipients)
    {
        if (body is not ApplicationPkcs7Mime { SecureMimeType: SecureMimeType.EnvelopedData } envelope)
            return OpenedMail.From(body, null, Signature(body, message));
        using var context = new TemporarySecureMimeContext { CheckCertificateRevocation = false };
        foreach (var key in recipients.Select(keys.Find).OfType<MailboxKey>())
            Import(context, key);
        var content = envelope.Decrypt(context);
        return OpenedMail.From(content, EnvelopeFacts.Of(envelope), Signature(content, message));
    }

    private SignatureFacts Signature(MimeEntity content, MimeMessage message)
    {
        if (content is not MultipartSigned signed)
            return SignatureFacts.None;
        using var context = new TemporarySecureMimeContext { CheckCertificateRevocation = false };
        context.Import(root);
        return SignatureFacts.Of(signed.Verify(context), message);
    }

    private static void Import(TemporarySecureMimeContext context, MailboxKey key)
    {
        using var certificate = key.Load();
        context.Import(new MemoryStream(certificate.Export(X509ContentType.Pkcs12, "sandbox")), "sandbox");
    }
}
