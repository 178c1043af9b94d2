using System.Security.Cryptography;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Wire;
using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.Smtp;
using BaseComponents.Shared.Tracing;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>Seals what the caller gives, and leaves it in the caller's transaction: as ciphertext, whoever encrypts it on the wire.</summary>
internal sealed class SecureMailOutbox(string tenant, MailSettingsSource settings, MailSealer sealer, IMailOutboxWriter writer, AuditLog audit, RememberedCauses causes, TimeProvider clock, ILogger<SecureMailOutbox> logger) : ISecureMailOutbox
{
    public async Task<IReadOnlyList<OutboxMail>> EnqueueAsync(SecureMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var keyHash = KeyHashOf(message.Key);
        if (await writer.FindKeyAsync(tenant, keyHash, cancellationToken).ConfigureAwait(false) is { Count: > 0 } known)
            return known;
        using var activity = Telemetry.Activities.StartActivity("securemail.outbox.store");
        var mails = await SealAsync(message, keyHash, cancellationToken).ConfigureAwait(false);
        if (!await writer.TryAddAsync(mails, cancellationToken).ConfigureAwait(false))
            return await writer.FindKeyAsync(tenant, keyHash, cancellationToken).ConfigureAwait(false);
        foreach (var (mail, _) in mails)
            Tell(mail);
        Telemetry.Stored(tenant, mails.Count);
        return [.. mails.Select(added => added.Mail)];
    }

    public Task<IReadOnlyList<OutboxMail>> GetAsync(string key, CancellationToken cancellationToken = default) => writer.FindKeyAsync(tenant, KeyHashOf(key), cancellationToken);

    private void Tell(OutboxMail mail)
    {
        logger.Enqueued(mail.Id, mail.MessageId, mail.Recipients.Count, mail.Size);
        audit.Stored(mail);
        causes.Remember(mail.Id);
    }

    private string KeyHashOf(string? key) => key is { Length: > 0 and <= 500 }
        ? OutboxKey.HashOf(tenant, key)
        : throw Fault.Invalid("A mail in the outbox needs a Key of 1 to 500 characters, such as the case number and the step: it makes the mail the same one when the work is done again.");

    private async Task<IReadOnlyList<(OutboxMail Mail, byte[] Content)>> SealAsync(SecureMessage message, string keyHash, CancellationToken cancellationToken)
    {
        var current = settings.Current;
        var sealedMails = new List<(OutboxMail, byte[])>();
        foreach (var part in await OutgoingMessages.SplitAsync(message, current, cancellationToken).ConfigureAwait(false))
        {
            if (!part.IsEncrypted && !current.StorageKeys.Exist)
                throw Fault.PlainAtRest();
            using var mail = await sealer.SealAsync(part, current, cancellationToken).ConfigureAwait(false);
            using var content = new MemoryStream((int)mail.Size);
            await mail.Message.WriteToAsync(CanonicalFormat.Options, content, cancellationToken).ConfigureAwait(false);
            var bytes = content.ToArray();
            if (!await StoredMessage.IsFaithfulAsync(bytes, cancellationToken).ConfigureAwait(false))
                throw Fault.StoredDamaged(mail.MessageId);
            logger.Tell(mail.MessageId, part, mail.OfUnknownRevocation);
            sealedMails.Add((Row(mail, keyHash, sealedMails.Count, bytes), StoredContents.ToStore(bytes, part.Message.Protection, current)));
        }

        return sealedMails;
    }

    private OutboxMail Row(SealedMail mail, string keyHash, int number, byte[] content)
    {
        var now = clock.GetUtcNow();
        return new OutboxMail
        {
            Tenant = tenant,
            Id = OutboxKey.IdOf(keyHash, number),
            KeyHash = keyHash,
            MessageId = mail.MessageId,
            EnvelopeId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            Recipients = [.. mail.Part.Recipients.Select(recipient => new OutboxRecipient(recipient.Index, recipient.Address, OutboxRecipientState.Sealed))],
            Size = content.Length,
            ContentHash = StoredContents.HashOf(content),
            Protection = StoredContents.ProtectionOf(mail.Part.Message.Protection),
            CreatedAt = now,
            UpdatedAt = now,
            DueAt = now,
        };
    }
}
