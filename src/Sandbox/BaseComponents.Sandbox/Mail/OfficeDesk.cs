using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox.Mail.Envelopes;
using BaseComponents.Sandbox.Mail.OpenPgp;
using MimeKit;
using MimeKit.Cryptography;

namespace BaseComponents.Sandbox.Mail;

/// <summary>
/// Opens a mail as the recipient would, with the recipient's key and with other cryptography (Bouncy Castle) than the client's, so that the
/// two do not share a mistake.
/// </summary>
internal sealed class OfficeDesk(MailKeys keys, X509Certificate2 root, PgpDesk openPgp)
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

    /// <summary>The content of a mail that is encrypted for a mailbox; null for any other.</summary>
    public byte[]? Decrypted(byte[] raw, string mailbox)
    {
        try
        {
            return MailParser.Message(raw)?.Body is ApplicationPkcs7Mime { SecureMimeType: SecureMimeType.EnvelopedData or SecureMimeType.AuthEnvelopedData } encrypted && keys.Find(mailbox) is { } key
                ? EnvelopeOpener.Open(SealedEnvelope.Read(Decoded(encrypted)), [OfficeKey.Of(key)])
                : null;
        }
        catch (Exception)
        {
            // As above: what a stranger sent is not for this key, or is no envelope.
            return null;
        }
    }

    private OpenedMail Open(MimeEntity body, MimeMessage message, IEnumerable<string> recipients)
    {
        if (PgpDesk.IsEncrypted(body) || PgpDesk.IsSigned(body))
            return openPgp.Open(body, message, recipients);
        if (body is not ApplicationPkcs7Mime { SecureMimeType: SecureMimeType.EnvelopedData or SecureMimeType.AuthEnvelopedData } encrypted)
            return Judge(body, null, message);
        var envelope = SealedEnvelope.Read(Decoded(encrypted));
        var content = EnvelopeOpener.Open(envelope, recipients.Select(keys.Find).OfType<MailboxKey>().Select(OfficeKey.Of));
        if (content is null)
            return OpenedMail.Unreadable("Die Nachricht ist für keinen Schlüssel dieses Postfachs verschlüsselt.");
        return MailParser.Entity(content) is { } entity
            ? Judge(entity, EnvelopeFacts.Of(envelope), message)
            : OpenedMail.Unreadable("Der entschlüsselte Inhalt hat nicht die Form einer E-Mail (MIME).");
    }

    private OpenedMail Judge(MimeEntity content, EnvelopeFacts? envelope, MimeMessage message)
    {
        using var context = new TemporarySecureMimeContext { CheckCertificateRevocation = false };
        context.Import(root);
        switch (content)
        {
            case MultipartSigned { Count: > 0 } signed:
                return OpenedMail.From(signed[0], envelope, SignatureFacts.Of(signed.Verify(context), message));
            case ApplicationPkcs7Mime { SecureMimeType: SecureMimeType.SignedData } opaque:
                var signatures = opaque.Verify(context, out var inside);
                return OpenedMail.From(inside, envelope, SignatureFacts.Of(signatures, message));
            default:
                return OpenedMail.From(content, envelope, HoldsSignature(content) ? SignatureFacts.OfAPart : SignatureFacts.None);
        }
    }

    private static bool HoldsSignature(MimeEntity content) => content switch
    {
        MultipartSigned or ApplicationPkcs7Signature => true,
        ApplicationPkcs7Mime { SecureMimeType: SecureMimeType.SignedData } => true,
        Multipart parts => parts.Any(HoldsSignature),
        MessagePart { Message.Body: { } inner } => HoldsSignature(inner),
        _ => false,
    };

    private static byte[] Decoded(ApplicationPkcs7Mime encrypted)
    {
        using var decoded = new MemoryStream();
        encrypted.Content!.DecodeTo(decoded);
        return decoded.ToArray();
    }
}
