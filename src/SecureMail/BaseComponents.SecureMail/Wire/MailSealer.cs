using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using BaseComponents.SecureMail.Wire.Cms.Signed;
using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.Streams;
using MimeKit;
using MimeKit.Cryptography;
using MimeKit.IO;

namespace BaseComponents.SecureMail.Wire;

/// <summary>Turns a message into a mail for the wire: checks, certificates, then text and files through signature and encryption in one pass, outer header. In that
/// order, so that nothing is opened or signed for a mail that cannot be sent.</summary>
internal sealed class MailSealer(TimeProvider clock)
{
    public async Task<SealedMail> SealAsync(SecureMessage message, MailSettings settings, CancellationToken cancellationToken)
    {
        // The caller's lists may change meanwhile; what was checked is what is sent.
        message = message with { To = [.. message.To], Attachments = [.. message.Attachments] };
        MessageRules.Check(message, settings.Options.Limits);
        var envelope = message.Protection.IsEncrypted ? await EncryptionTargets.ForAsync(message.To, settings, cancellationToken).ConfigureAwait(false) : null;
        var sender = await CheckSenderAsync(settings, cancellationToken).ConfigureAwait(false);

        var mail = Envelope(message, settings);
        try
        {
            mail.Body = envelope is null
                ? await SignedAsync(message, settings, cancellationToken).ConfigureAwait(false)
                : await EncryptedAsync(message, envelope, settings, cancellationToken).ConfigureAwait(false);
            var sealedMail = await MeasuredAsync(mail, settings.Options.Limits, cancellationToken).ConfigureAwait(false);
            return sealedMail with { OfUnknownRevocation = (envelope?.OfUnknownRevocation ?? 0) + (sender is RevocationStatus.Unknown ? 1 : 0) };
        }
        catch
        {
            mail.Dispose();
            throw;
        }
    }

    private static async Task<RevocationStatus> CheckSenderAsync(MailSettings settings, CancellationToken cancellationToken)
    {
        var check = await settings.Policy.CheckAsync(
            settings.SenderCertificate, settings.SenderAddress, MailUse.Sign, settings.SenderIntermediates, null, cancellationToken).ConfigureAwait(false);
        return check.Fault is CertificateFault.None ? check.Revocation : throw Fault.Sender(check.Fault);
    }

    private async Task<MimeEntity> SignedAsync(SecureMessage message, MailSettings settings, CancellationToken cancellationToken)
    {
        using var signed = new MemoryStream();
        await WriteSignedAsync(message, settings, signed, cancellationToken).ConfigureAwait(false);
        signed.Position = 0;
        return await MimeEntity.LoadAsync(signed, cancellationToken).ConfigureAwait(false);
    }

    private async Task<MimeEntity> EncryptedAsync(SecureMessage message, EncryptionPlan plan, MailSettings settings, CancellationToken cancellationToken)
    {
        var spool = new CipherSpool();
        try
        {
            using var envelope = Begin(spool, plan);
            using var pipeline = new PipelinedSink(envelope);
            await WriteSignedAsync(message, settings, pipeline, cancellationToken).ConfigureAwait(false);
            pipeline.Finish();
            envelope.Finish();
            spool.Position = 0;
            return new ApplicationPkcs7Mime(plan.Cipher.IsAuthenticated ? SecureMimeType.AuthEnvelopedData : SecureMimeType.EnvelopedData, spool);
        }
        catch
        {
            await spool.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static EnvelopeWriter Begin(CipherSpool spool, EncryptionPlan plan)
    {
        try
        {
            return new EnvelopeWriter(spool, plan.Cipher, plan.Targets);
        }
        catch (CmsException exception)
        {
            throw new SecureMailException(SecureMailErrors.CertificateUnsuitable, "Nothing was sent. The key in one of the recipients' certificates does not encrypt. Ask for a new one.", exception);
        }
    }

    private async Task WriteSignedAsync(SecureMessage message, MailSettings settings, Stream output, CancellationToken cancellationToken)
    {
        var signing = new CmsSigning(settings.SenderCertificate, settings.SenderIntermediates, settings.Options.Sender.SignaturePadding, clock.GetUtcNow());
        using var signed = new SignedEntityWriter(output, signing);
        var budget = new AttachmentBudget(settings.Options.Limits, message.Protection.IsEncrypted);
        await BodyWriter.WriteAsync(message, budget, signed, cancellationToken).ConfigureAwait(false);
        try
        {
            signed.Finish();
        }
        catch (CmsException exception)
        {
            throw Fault.SenderKey("it does not sign", exception);
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
