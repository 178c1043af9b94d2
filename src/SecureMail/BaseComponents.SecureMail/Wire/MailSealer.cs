using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Mime;
using MimeKit;
using MimeKit.Cryptography;
using MimeKit.IO;

namespace BaseComponents.SecureMail.Wire;

/// <summary>Turns a message into a mail for the wire: checks, certificates, signature, encryption, outer header. In that order, so that nothing is opened or
/// signed for a mail that cannot be sent.</summary>
internal sealed class MailSealer(ICmsCryptography cms, TimeProvider clock)
{
    public async Task<SealedMail> SealAsync(SecureMessage message, MailSettings settings, CancellationToken cancellationToken)
    {
        var limits = settings.Options.Limits;
        // The caller's lists may change meanwhile; what was checked is what is sent.
        message = message with { To = [.. message.To], Attachments = [.. message.Attachments] };
        MessageRules.Check(message, limits);
        var targets = message.Protection.IsEncrypted ? EncryptionTargets.For(message.To, settings) : [];
        CheckSender(settings);

        var reader = new AttachmentReader(limits, message.Protection.IsEncrypted);
        var content = await BodyWriter.WriteAsync(message, reader, cancellationToken).ConfigureAwait(false);
        var mail = Envelope(message, settings);
        var signed = Sign(content, settings);
        mail.Body = message.Protection.IsEncrypted ? Encrypt(signed, targets) : MimeEntity.Load(new MemoryStream(signed, writable: false), CancellationToken.None);
        return await MeasuredAsync(mail, limits, cancellationToken).ConfigureAwait(false);
    }

    private static void CheckSender(MailSettings settings)
    {
        var certificate = settings.SenderCertificate;
        var fault = settings.Policy.Check(certificate, settings.SenderAddress, MailUse.Sign, settings.SenderIntermediates);
        if (fault is not CertificateFault.None)
            throw Fault.Sender(fault);
        using var key = certificate.GetRSAPrivateKeyOrFail();
    }

    private byte[] Sign(byte[] content, MailSettings settings)
    {
        try
        {
            var signing = new CmsSigning(settings.SenderCertificate, settings.SenderIntermediates, settings.Options.Sender.SignaturePadding, clock.GetUtcNow());
            return SignedEntity.Write(content, cms.Sign(content, signing));
        }
        catch (CmsException exception)
        {
            throw Fault.SenderKey("it does not sign", exception);
        }
    }

    private ApplicationPkcs7Mime Encrypt(byte[] signed, IReadOnlyList<CmsTarget> targets)
    {
        try
        {
            return new ApplicationPkcs7Mime(SecureMimeType.EnvelopedData, new MemoryStream(cms.Encrypt(signed, targets), writable: false));
        }
        catch (CmsException exception)
        {
            throw new SecureMailException(SecureMailErrors.CertificateUnsuitable, "Nothing was sent. The key in one of the recipients' certificates does not encrypt. Ask for a new one.", exception);
        }
    }

    private MimeMessage Envelope(SecureMessage message, MailSettings settings)
    {
        var mail = new MimeMessage { Date = clock.GetUtcNow(), Subject = message.Subject, MessageId = MessageIds.Create(message.Key, settings) };
        mail.From.Add(new MailboxAddress(settings.Options.Sender.DisplayName, settings.SenderAddress));
        mail.To.AddRange(message.To.Select(address => new MailboxAddress(null, address)));
        return mail;
    }

    private static async Task<SealedMail> MeasuredAsync(MimeMessage mail, SecureMailLimits limits, CancellationToken cancellationToken)
    {
        using var measure = new MeasuringStream();
        await mail.WriteToAsync(CanonicalFormat.Options, measure, cancellationToken).ConfigureAwait(false);
        if (measure.Length > limits.MaxMessageSize)
            throw Fault.TooLarge(measure.Length, limits.MaxMessageSize);
        return new SealedMail(mail, mail.MessageId!, mail.From.Mailboxes.Single(), [.. mail.To.Mailboxes], measure.Length);
    }
}
