using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.OpenPgp.Sealing;
using BaseComponents.SecureMail.Wire.Streams;
using MimeKit;
using MimeKit.Cryptography;
using MimeKit.IO;

namespace BaseComponents.SecureMail.Wire;

/// <summary>Turns one mail of a message, which was checked, into what crosses the wire: certificates, then text and files through signature and encryption in one pass, outer header. In that
/// order, so that nothing is opened or signed for a mail that cannot be sent.</summary>
internal sealed class MailSealer(TimeProvider clock)
{
    /// <summary>For a mail server, which wants to know the size first: ciphertext is kept until then.</summary>
    public async Task<SealedMail> SealAsync(OutgoingPart part, MailSettings settings, CancellationToken cancellationToken)
    {
        var (mail, content) = await CheckAsync(part, settings, cancellationToken).ConfigureAwait(false);
        var kept = new MailSpools();
        try
        {
            kept.Keep(mail);
            mail.Body = content.Plan is { } plan
                ? Encrypted(plan, await KeepAsync(kept.Keep(new CipherSpool()), content, cancellationToken).ConfigureAwait(false))
                : await SignedAsync(kept.Keep(new ThrowAwaySpool()), content, cancellationToken).ConfigureAwait(false);
            var measured = await MeasuredAsync(mail, part, kept, settings.Limits, cancellationToken).ConfigureAwait(false);
            return measured with { OfUnknownRevocation = content.OfUnknownRevocation };
        }
        catch
        {
            kept.Dispose();
            throw;
        }
    }

    /// <summary>For a stream: nothing is kept.</summary>
    public async Task<MailSeal> WriteAsync(OutgoingPart part, MailSettings settings, Stream output, CancellationToken cancellationToken)
    {
        var (mail, content) = await CheckAsync(part, settings, cancellationToken).ConfigureAwait(false);
        using var owned = mail;
        var size = await OutgoingMail.WriteAsync(output, content.IsSmall, target => WriteAsync(mail, content, target, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (size > settings.Limits.MaxMessageSize)
            throw Fault.TooLarge(size, settings.Limits.MaxMessageSize);
        return new MailSeal { MessageId = mail.MessageId!, Protection = content.Message.Protection, Size = size, OfUnknownRevocation = content.OfUnknownRevocation };
    }

    private async Task<(MimeMessage Mail, SealedContent Content)> CheckAsync(OutgoingPart part, MailSettings settings, CancellationToken cancellationToken)
    {
        var message = part.Message;
        var openPgp = await OpenPgpPlanning.ForAsync(part, settings, cancellationToken).ConfigureAwait(false);
        var (plan, unknown) = openPgp is null ? await PlanAsync(part, settings, cancellationToken).ConfigureAwait(false) : (null, 0);
        var mail = Envelope(message, settings);
        var header = ProtectedHeader.Take(mail, message.Protection.IsEncrypted, settings.Options.Sender.HeaderConfidentiality, settings.Gateway.InstructionFor(message.Protection));
        return (mail, new SealedContent(message, plan, settings, clock.GetUtcNow()) { Header = header, OpenPgp = openPgp, OfUnknownRevocation = unknown });
    }

    private static async Task<(EncryptionPlan? Plan, int OfUnknownRevocation)> PlanAsync(OutgoingPart part, MailSettings settings, CancellationToken cancellationToken)
    {
        var plan = part.IsEncrypted ? await EncryptionTargets.ForAsync(part.Recipients, settings, cancellationToken).ConfigureAwait(false) : null;
        var sender = await CheckSenderAsync(settings, cancellationToken).ConfigureAwait(false);
        return (plan, (plan?.OfUnknownRevocation ?? 0) + (sender is RevocationStatus.Unknown ? 1 : 0));
    }

    private static async Task<RevocationStatus> CheckSenderAsync(MailSettings settings, CancellationToken cancellationToken)
    {
        var check = await settings.Policy.CheckAsync(
            settings.SenderCertificate, settings.SenderAddress, MailUse.Sign, settings.SenderIntermediates, null, cancellationToken).ConfigureAwait(false);
        return check.Fault is CertificateFault.None ? check.Revocation : throw Fault.Sender(check.Fault);
    }

    private static async Task WriteAsync(MimeMessage mail, SealedContent content, Stream target, CancellationToken cancellationToken)
    {
        target.Write(HeaderOf(mail));
        if (content.Plan is not { } plan)
        {
            await content.WriteEntityAsync(target, cancellationToken).ConfigureAwait(false);
            return;
        }

        using var header = Encrypted(plan, new MemoryStream());
        await header.Headers.WriteToAsync(CanonicalFormat.Options, target, cancellationToken).ConfigureAwait(false);
        var lines = new Base64Sink(target);
        await content.WriteEncryptedAsync(lines, cancellationToken).ConfigureAwait(false);
        lines.Finish();
    }

    // Without the empty line at its end: the header of the content follows.
    private static ReadOnlySpan<byte> HeaderOf(MimeMessage mail)
    {
        using var header = new MemoryStream();
        mail.Headers.WriteTo(CanonicalFormat.Options, header);
        header.SetLength(header.Length - 2);
        header.Write("MIME-Version: 1.0\r\n"u8);
        return header.ToArray();
    }

    private static async Task<CipherSpool> KeepAsync(CipherSpool spool, SealedContent content, CancellationToken cancellationToken)
    {
        await content.WriteEncryptedAsync(spool, cancellationToken).ConfigureAwait(false);
        spool.Position = 0;
        return spool;
    }

    private static ApplicationPkcs7Mime Encrypted(EncryptionPlan plan, Stream ciphertext) =>
        new(plan.Cipher.IsAuthenticated ? SecureMimeType.AuthEnvelopedData : SecureMimeType.EnvelopedData, ciphertext);

    private static async Task<MimeEntity> SignedAsync(ThrowAwaySpool spool, SealedContent content, CancellationToken cancellationToken)
    {
        await content.WriteEntityAsync(spool, cancellationToken).ConfigureAwait(false);
        return await MimeEntity.LoadAsync(new OctetStream(spool), persistent: true, cancellationToken).ConfigureAwait(false);
    }

    private MimeMessage Envelope(SecureMessage message, MailSettings settings)
    {
        var mail = new MimeMessage { Date = clock.GetUtcNow(), Subject = message.Subject, MessageId = MessageIds.Create(message.Key, settings) };
        mail.From.Add(new MailboxAddress(settings.Options.Sender.DisplayName, settings.SenderAddress));
        mail.To.AddRange(message.To.Select(address => new MailboxAddress(null, address)));
        return mail;
    }

    private static async Task<SealedMail> MeasuredAsync(MimeMessage mail, OutgoingPart part, MailSpools kept, OutgoingLimits limits, CancellationToken cancellationToken)
    {
        using var measure = new MeasuringStream();
        await mail.WriteToAsync(CanonicalFormat.Options, measure, cancellationToken).ConfigureAwait(false);
        if (measure.Length > limits.MaxMessageSize)
            throw Fault.TooLarge(measure.Length, limits.MaxMessageSize);
        return new SealedMail(mail, mail.MessageId!, mail.From.Mailboxes.Single(), part, measure.Length, kept);
    }
}
