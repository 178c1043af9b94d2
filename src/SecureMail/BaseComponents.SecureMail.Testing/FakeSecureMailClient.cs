using System.Collections.Concurrent;
using System.Text;

namespace BaseComponents.SecureMail.Testing;

/// <summary>A mailbox in memory in place of the mail server: it collects what the application sends, and refuses where it is told to.</summary>
public sealed class FakeSecureMailClient : ISecureMailClient
{
    private readonly ConcurrentQueue<SentMail> _sent = new();
    private readonly ConcurrentQueue<SentMail> _sealed = new();
    private readonly ConcurrentQueue<SecureMailException> _faults = new();
    private readonly ConcurrentDictionary<string, bool> _withoutCertificate = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeProvider _clock;
    private int _count;

    /// <summary>An empty mailbox.</summary>
    /// <param name="clock">Clock of the receipts.</param>
    public FakeSecureMailClient(TimeProvider? clock = null) => _clock = clock ?? TimeProvider.System;

    /// <summary>What was sent, in order, with attachments read.</summary>
    public IReadOnlyList<SentMail> Sent => [.. _sent];

    /// <summary>What was sealed and not sent, in order.</summary>
    public IReadOnlyList<SentMail> Sealed => [.. _sealed];

    /// <summary>From now on encrypted mail to this address is refused with <see cref="SecureMailErrors.NoCertificate"/>, as the real client does.</summary>
    /// <param name="address">A mail address.</param>
    public void RefuseEncryptionFor(string address) => _withoutCertificate[address] = true;

    /// <summary>
    /// Whether mail may be left to the gateway, as with <see cref="MailPolicy.GatewayFallback"/> and its guarantee: those whom <see cref="RefuseEncryptionFor"/> names then get the mail that way
    /// where the message asks for it, and the receipt says so.
    /// </summary>
    public bool AllowsGateway { get; set; }

    /// <summary>The next sending fails with this fault; called several times, the faults are used one after the other.</summary>
    /// <param name="fault">Such as one with <see cref="SecureMailErrors.OutcomeUnknown"/>.</param>
    public void FailNext(SecureMailException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _faults.Enqueue(fault);
    }

    /// <inheritdoc/>
    public async Task<MailReceipt> SendAsync(SecureMessage message, CancellationToken cancellationToken = default)
    {
        var sent = await TakeAsync(message, cancellationToken).ConfigureAwait(false);
        _sent.Enqueue(sent);
        return sent.Receipt;
    }

    /// <summary>Writes a mail that says nothing but its Message-ID, and keeps the message among <see cref="Sealed"/>.</summary>
    /// <inheritdoc/>
    public async Task<MailSeal> SealAsync(SecureMessage message, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(output);
        if (message.Bcc.Count > 0)
            throw new SecureMailException(SecureMailErrors.MessageInvalid, "Nothing was sent. A message with blind copies is several mails; SealAsync writes one.");
        // To a file no gateway encrypts.
        if (message.Protection == MailProtection.ByGateway)
            throw new SecureMailException(SecureMailErrors.GatewayRefused, "Nothing was sent. SealAsync hands nothing to a gateway: it would write plain text.");
        if (message.Protection == MailProtection.EncryptedOrGateway)
            message = message with { Protection = MailProtection.Encrypted };
        var mail = await TakeAsync(message, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(Encoding.ASCII.GetBytes($"Message-ID: <{mail.Receipt.MessageId}>\r\n\r\n"), cancellationToken).ConfigureAwait(false);
        _sealed.Enqueue(mail);
        return new MailSeal { MessageId = mail.Receipt.MessageId, Protection = mail.Receipt.Protection, Size = mail.Receipt.Size };
    }

    private async Task<SentMail> TakeAsync(SecureMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        if (_faults.TryDequeue(out var fault))
            throw fault;
        CheckCertificates(message);
        var attachments = new List<ReceivedAttachment>();
        var size = 0L;
        foreach (var attachment in message.Attachments)
        {
            var content = await ReadAsync(attachment, cancellationToken).ConfigureAwait(false);
            attachments.Add(ReceivedAttachment.FromBytes(attachment.FileName, attachment.ContentType, content) with { ContentId = attachment.ContentId });
            size += content.Length;
        }

        return new SentMail(message, attachments, Receipt(message, size));
    }

    private void CheckCertificates(SecureMessage message)
    {
        string[] all = [.. message.To, .. message.Bcc];
        if (message.Protection == MailProtection.ByGateway && !AllowsGateway)
            throw new SecureMailException(SecureMailErrors.GatewayRefused, "Nothing was sent. The message leaves its encryption to the gateway, which is not allowed here (AllowsGateway).");
        for (var index = 0; message.Protection.IsEncrypted && index < all.Length; index++)
        {
            if (ProtectionFor(message, all[index]).IsEncrypted && _withoutCertificate.ContainsKey(all[index]))
                throw new SecureMailException(SecureMailErrors.NoCertificate, $"Nothing was sent. Recipient {index + 1} of {all.Length}: no certificate is configured.") { RecipientIndex = index };
        }
    }

    private MailReceipt Receipt(SecureMessage message, long size)
    {
        var open = message.To.Index().GroupBy(to => ProtectionFor(message, to.Item)).OrderByDescending(group => group.Key.IsEncrypted).Select(group => Part(message, size, group.Select(to => to.Index), group.Key));
        List<MailPart> parts = [.. open, .. message.Bcc.Select((address, index) => Part(message, size, [message.To.Count + index], ProtectionFor(message, address)))];
        return new MailReceipt
        {
            MessageId = parts[0].MessageId,
            AcceptedAt = _clock.GetUtcNow(),
            Protection = parts.Select(part => part.Protection).FirstOrDefault(protection => !protection.IsEncrypted, parts[0].Protection),
            Size = parts[0].Size,
            ServerReply = parts[0].ServerReply!,
            Parts = parts,
        };
    }

    private MailProtection ProtectionFor(SecureMessage message, string address)
    {
        if (message.Protection != MailProtection.EncryptedOrGateway)
            return message.Protection;
        return AllowsGateway && _withoutCertificate.ContainsKey(address) ? MailProtection.ByGateway : MailProtection.Encrypted;
    }

    private MailPart Part(SecureMessage message, long size, IEnumerable<int> recipients, MailProtection protection) => new()
    {
        MessageId = $"{Interlocked.Increment(ref _count)}@fake.example",
        Recipients = [.. recipients],
        Protection = protection,
        Size = size + (message.Text?.Length ?? 0) + (message.Html?.Length ?? 0),
        State = MailPartState.Accepted,
        ServerReply = "250 2.0.0 kept in memory",
    };

    private static async Task<byte[]> ReadAsync(SecureAttachment attachment, CancellationToken cancellationToken)
    {
        var stream = await attachment.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var content = new MemoryStream();
            await stream.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            return content.ToArray();
        }
    }
}
