using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using BaseComponents.SecureMail.Wire.Cms.Signed;
using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.OpenPgp.Sealing;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire;

/// <summary>A message that was checked, on its way through signature and encryption.</summary>
/// <param name="Message">The message.</param>
/// <param name="Plan">For whom it is encrypted; null for one that is only signed.</param>
/// <param name="Settings">Of the sender.</param>
/// <param name="Time">When it is signed.</param>
internal sealed record SealedContent(SecureMessage Message, EncryptionPlan? Plan, MailSettings Settings, DateTimeOffset Time)
{
    private const int SmallMail = 64 * 1024;

    /// <summary>Certificates, the sender's among them, that nobody could be asked about.</summary>
    public int OfUnknownRevocation { get; init; }

    /// <summary>How it is sealed as an OpenPGP mail; null where it is an S/MIME mail.</summary>
    public OpenPgpPlan? OpenPgp { get; init; }

    /// <summary>What the mail says of itself, for the inside.</summary>
    public required ProtectedHeader Header { get; init; }

    /// <summary>Whether it is sealed in the time of its signature. What an attachment says of its length may be wrong: then the caller's thread waits, and nothing else comes of it.</summary>
    public bool IsSmall => OpenPgp is null && (Message.Text?.Length ?? 0L) + (Message.Html?.Length ?? 0L) + Message.Attachments.Sum(static attachment => Math.Clamp(attachment.Length ?? SmallMail, 0, SmallMail)) < SmallMail;

    private OutgoingBody Body => new(Message, Header, Settings.Limits);

    /// <summary>Writes what is no envelope of S/MIME: the signed entity, or the OpenPGP mail, encrypted or signed.</summary>
    public Task WriteEntityAsync(Stream output, CancellationToken cancellationToken) =>
        OpenPgp is { } plan ? OpenPgpSealing.WriteAsync(Body, plan, output, cancellationToken) : WriteSignedAsync(output, cancellationToken);

    /// <summary>Writes the signed entity, attachments read on the way.</summary>
    public async Task WriteSignedAsync(Stream output, CancellationToken cancellationToken)
    {
        var signing = new CmsSigning(Settings.SenderCertificate, Settings.SenderIntermediates, Settings.Options.Sender.SignaturePadding, Time);
        using var signed = new SignedEntityWriter(output, signing);
        await Body.WriteAsync(signed, cancellationToken).ConfigureAwait(false);
        try
        {
            signed.Finish();
        }
        catch (CmsException exception)
        {
            throw Fault.SenderKey("it does not sign", exception);
        }
    }

    /// <summary>Writes the signed entity encrypted: only ciphertext reaches the output, of a large mail from another thread.</summary>
    public async Task WriteEncryptedAsync(Stream output, CancellationToken cancellationToken)
    {
        using var envelope = Begin(output, Plan!);
        if (IsSmall)
            await WriteSignedAsync(envelope, cancellationToken).ConfigureAwait(false);
        else
            await WritePipelinedAsync(envelope, cancellationToken).ConfigureAwait(false);
        envelope.Finish();
    }

    private async Task WritePipelinedAsync(EnvelopeWriter envelope, CancellationToken cancellationToken)
    {
        using var pipeline = new PipelinedSink(envelope);
        await WriteSignedAsync(pipeline, cancellationToken).ConfigureAwait(false);
        pipeline.Finish();
    }

    private static EnvelopeWriter Begin(Stream output, EncryptionPlan plan)
    {
        try
        {
            return new EnvelopeWriter(output, plan.Cipher, plan.Targets);
        }
        catch (CmsException exception)
        {
            throw new SecureMailException(SecureMailErrors.CertificateUnsuitable, "Nothing was sent. The key in one of the recipients' certificates does not encrypt. Ask for a new one.", exception);
        }
    }
}
