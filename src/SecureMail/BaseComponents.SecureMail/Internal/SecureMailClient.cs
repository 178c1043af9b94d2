using System.Diagnostics;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Internal.Outbox;
using BaseComponents.SecureMail.Wire;
using BaseComponents.SecureMail.Wire.Smtp;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal;

internal sealed class SecureMailClient(MailSettingsSource settings, MailSealer sealer, SmtpDelivery delivery, ExpiryWatch watch, DirectSending direct, AuditLog audit, TimeProvider clock, ILogger<SecureMailClient> logger) : ISecureMailClient
{
    public async Task<MailReceipt> SendAsync(SecureMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var activity = Telemetry.Activities.StartActivity("securemail.send");
        var receipt = await GuardAsync(() => DeliverAsync(message, cancellationToken), activity, audit.NotSent).ConfigureAwait(false);
        Telemetry.Sent("accepted");
        audit.Sent(receipt);
        return receipt;
    }

    public async Task<MailSeal> SealAsync(SecureMessage message, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(output);
        using var activity = Telemetry.Activities.StartActivity("securemail.seal");
        var current = settings.Current;
        watch.Look(current);
        var (part, seal) = await GuardAsync(() => WriteAsync(message, current, output, cancellationToken), activity).ConfigureAwait(false);
        logger.Tell(seal.MessageId, part, seal.OfUnknownRevocation);
        logger.Sealed(seal.MessageId, seal.Protection, message.To.Count, seal.Size);
        return seal;
    }

    private async Task<(OutgoingPart Part, MailSeal Seal)> WriteAsync(SecureMessage message, MailSettings current, Stream output, CancellationToken cancellationToken)
    {
        var part = OutgoingMessages.Single(message, current);
        return (part, await sealer.WriteAsync(part, current, output, cancellationToken).ConfigureAwait(false));
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> work, Activity? activity, Action<SecureMailException>? record = null)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (SecureMailException fault)
        {
            logger.NotSent(fault.CorrelationId, fault.Code, fault.Outcome, fault.IsTransient);
            Telemetry.Sent(fault.Code);
            record?.Invoke(fault);
            activity?.SetStatus(ActivityStatusCode.Error, fault.Code);
            throw;
        }
    }

    private async Task<MailReceipt> DeliverAsync(SecureMessage message, CancellationToken cancellationToken)
    {
        var current = settings.Current;
        direct.Check(current.Options);
        watch.Look(current);
        using var kept = new MailSpools();
        var mails = new List<SealedMail>();
        foreach (var part in await OutgoingMessages.SplitAsync(message, current, cancellationToken).ConfigureAwait(false))
        {
            var mail = kept.Keep(await sealer.SealAsync(part, current, cancellationToken).ConfigureAwait(false));
            logger.Tell(mail.MessageId, part, mail.OfUnknownRevocation);
            mails.Add(mail);
        }

        return Receipt(mails, await new PartsDelivery(delivery, current, logger).SendAsync(mails, cancellationToken).ConfigureAwait(false));
    }

    private MailReceipt Receipt(List<SealedMail> mails, IReadOnlyList<MailPart> parts) => new()
    {
        MessageId = parts[0].MessageId,
        AcceptedAt = clock.GetUtcNow(),
        Protection = parts.Select(part => part.Protection).FirstOrDefault(protection => !protection.IsEncrypted, parts[0].Protection),
        Size = parts[0].Size,
        OfUnknownRevocation = mails.Sum(mail => mail.OfUnknownRevocation),
        ServerReply = parts[0].ServerReply!,
        Parts = parts,
    };
}
