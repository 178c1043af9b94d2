using System.Security.Cryptography;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Wire.Smtp;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>One attempt to send one mail, from the claim to what is known afterwards.</summary>
internal sealed class OutboxAttempt(IMailOutboxStore store, StoredDelivery delivery, MailSettings settings, OutboxLease lease, AuditLog audit, TimeProvider clock, ILogger logger)
{
    private OutboxOptions Options => settings.Options.Outbox;

    /// <summary>Whether the mail server was not reached at all.</summary>
    public bool IsUnreached { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (lease.Mail.Phase is OutboxPhase.HandingOver)
        {
            await EndAsync(Settled).ConfigureAwait(false);
            return;
        }

        // A report may have come while it waited to be sent again.
        if (OutboxTransitions.Resolve(lease.Mail) is { Phase: OutboxPhase.Settled })
        {
            await EndAsync(Settled).ConfigureAwait(false);
            return;
        }

        if (!await lease.TryChangeAsync(mail => OutboxTransitions.Begin(mail, lease.Until)).ConfigureAwait(false))
            return;
        HashSet<int> asked = [.. lease.Mail.Recipients.Where(OutboxTransitions.IsPending).Select(recipient => recipient.Index)];
        try
        {
            await SendAsync(asked, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await EndAsync(mail => OutboxTransitions.Return(mail, clock.GetUtcNow())).ConfigureAwait(false);
        }
        catch (OutboxLeaseLostException)
        {
            logger.LeaseLost(lease.Mail.Id);
        }
        catch (SecureMailException fault)
        {
            IsUnreached = fault.Code is SecureMailErrors.ServerUnreachable;
            await EndAsync(mail => Settled(Failed(mail, asked, fault))).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(HashSet<int> asked, CancellationToken cancellationToken)
    {
        // The operator may have withdrawn the guarantee since it was stored.
        if (lease.Mail.Protection is OutboxProtection.ByGateway && !settings.Gateway.MayEncrypt)
            throw Fault.Gateway("which the settings no longer allow. It waits in the outbox until they do (Policy GatewayFallback and Gateway:EncryptsOrRefuses) or somebody gives it up.");
        var content = await StoredContents.ReadAsync(lease.Mail, store, settings, cancellationToken).ConfigureAwait(false);
        var stored = new StoredMail(lease.Mail, content, [.. lease.Mail.Recipients.Where(recipient => asked.Contains(recipient.Index))]);
        var reply = await delivery.SendAsync(stored, settings, refused => HandOverAsync(refused, asked), cancellationToken).ConfigureAwait(false);
        await EndAsync(mail => Settled(OutboxTransitions.Answer(mail, asked, OutboxRecipientState.Accepted, null, reply))).ConfigureAwait(false);
    }

    private async Task HandOverAsync(IReadOnlyDictionary<int, OutboxRecipient> refused, HashSet<int> asked)
    {
        if (!await lease.TryChangeAsync(mail => OutboxTransitions.HandOver(mail, refused) with { DueAt = lease.Until }).ConfigureAwait(false))
            throw new OutboxLeaseLostException();
        asked.ExceptWith(refused.Keys);
    }

    // A fault that names its recipients has answered for them already.
    private static OutboxMail Failed(OutboxMail mail, HashSet<int> asked, SecureMailException fault) => fault is { InnerException: RecipientsRefusedException refusal }
        ? mail with { Recipients = [.. mail.Recipients.Select(recipient => refusal.Refused.GetValueOrDefault(recipient.Index, recipient))] }
        : OutboxTransitions.Answer(mail, asked, StateAfter(fault), fault.Code, null);

    private static OutboxRecipientState StateAfter(SecureMailException fault) => fault switch
    {
        { Outcome: MailOutcome.Unknown } => OutboxRecipientState.Ambiguous,
        { Code: SecureMailErrors.Rejected or SecureMailErrors.MessageTooLarge or SecureMailErrors.OutboxDamaged } => OutboxRecipientState.Failed,
        // Settings and network can be mended while the mail waits.
        _ => OutboxRecipientState.Deferred,
    };

    private OutboxMail Settled(OutboxMail mail) => OutboxTransitions.Settle(mail, Options, clock.GetUtcNow(), RandomNumberGenerator.GetInt32(1000) / 1000.0);

    private async Task EndAsync(Func<OutboxMail, OutboxMail> change)
    {
        if (!await lease.TryChangeAsync(change).ConfigureAwait(false))
        {
            logger.LeaseLost(lease.Mail.Id);
            return;
        }

        var mail = lease.Mail;
        logger.Attempted(mail.Id, mail.MessageId, mail.Phase, mail.Attempts);
        audit.Attempted(mail);
        foreach (var recipient in mail.Recipients)
            Telemetry.Attempted(mail.Tenant, recipient.State);
    }
}
