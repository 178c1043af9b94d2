using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>The states of a stored mail: what each event makes of it. Nothing here does anything.</summary>
internal static class OutboxTransitions
{
    public static bool IsPending(OutboxRecipient recipient) => recipient.State is OutboxRecipientState.Sealed or OutboxRecipientState.Deferred;

    /// <summary>An attempt begins; a crash from here on is found as a mail whose end was not written.</summary>
    public static OutboxMail Begin(OutboxMail mail, DateTimeOffset leaseUntil) =>
        mail with { Phase = OutboxPhase.Sending, Attempts = mail.Attempts + 1, DueAt = leaseUntil };

    /// <summary>The end of the mail is about to be written. Whoever was accepted is ambiguous until the answer is there, so that a crash leaves the truth.</summary>
    public static OutboxMail HandOver(OutboxMail mail, IReadOnlyDictionary<int, OutboxRecipient> refused)
    {
        var marked = Each(mail, recipient => !IsPending(recipient) ? recipient
            : refused.TryGetValue(recipient.Index, out var answer) ? Unsure(answer)
            : recipient with { State = OutboxRecipientState.Ambiguous, Code = SecureMailErrors.OutcomeUnknown });
        return marked with { Phase = OutboxPhase.HandingOver };
    }

    /// <summary>The fate of the recipients of one attempt is known.</summary>
    public static OutboxMail Answer(OutboxMail mail, IReadOnlySet<int> asked, OutboxRecipientState state, string? code, string? reply) =>
        Each(mail, recipient => asked.Contains(recipient.Index) && recipient.State is not (OutboxRecipientState.Accepted or OutboxRecipientState.Failed)
            ? recipient with { State = state, Code = code, Reply = reply } : recipient);

    /// <summary>The attempt is over, by its own end or by that of its lease: what comes next.</summary>
    public static OutboxMail Settle(OutboxMail mail, OutboxOptions options, DateTimeOffset now, double chance)
    {
        mail = Resolve(mail) ?? mail;
        if (now - mail.CreatedAt >= options.GiveUpAfter)
            mail = Each(mail, recipient => IsPending(recipient) ? recipient with { State = OutboxRecipientState.Failed, Code = SecureMailErrors.OutboxGivenUp } : recipient);
        mail = Each(mail, Unsure);
        if (mail.Recipients.Any(IsPending))
            return mail with { Phase = OutboxPhase.Waiting, DueAt = now + RetryDelay.Of(mail.Attempts, options, chance) };
        if (mail.Recipients.All(recipient => recipient.State is not OutboxRecipientState.Ambiguous))
            return mail with { Phase = OutboxPhase.Settled, DueAt = null };
        return options.Ambiguous is AmbiguousPolicy.ResendOnce && mail.Resends == 0
            ? SendAgain(mail, now + options.ResendDelay) : mail with { Phase = OutboxPhase.Held, DueAt = null };
    }

    /// <summary>Recipients of unknown fate count as accepted where a report says that the mail has arrived: only a mail server that had taken it can know its ENVID and the recipient.</summary>
    /// <returns>The mail after it, or null where nothing changes.</returns>
    public static OutboxMail? Resolve(OutboxMail mail)
    {
        if (!mail.Recipients.Any(recipient => IsResolved(mail, recipient)))
            return null;
        var resolved = Each(mail, recipient => IsResolved(mail, recipient) ? recipient with { State = OutboxRecipientState.Accepted, Code = null } : recipient);
        return resolved.Recipients.All(recipient => recipient.State is OutboxRecipientState.Accepted or OutboxRecipientState.Failed)
            ? resolved with { Phase = OutboxPhase.Settled, DueAt = null } : resolved;
    }

    /// <summary>Stopped before the end of the mail: nothing has happened.</summary>
    public static OutboxMail Return(OutboxMail mail, DateTimeOffset now) => mail with { Phase = OutboxPhase.Waiting, DueAt = now };

    /// <summary>Nobody knows any more whether those that wait were sent; null for a mail that waits for nothing.</summary>
    public static OutboxMail? Hold(OutboxMail mail, string reason) => mail.Phase is OutboxPhase.Held or OutboxPhase.Settled
        ? null
        : Each(mail, static recipient => IsPending(recipient) ? recipient with { State = OutboxRecipientState.Ambiguous } : recipient) with { Phase = OutboxPhase.Held, DueAt = null, Reason = reason };

    public static OutboxMail? Decide(OutboxMail mail, OutboxDecision decision, string reason, DateTimeOffset now)
    {
        if (mail.Phase is not OutboxPhase.Held)
            return null;
        mail = mail with { Reason = reason };
        return decision switch
        {
            OutboxDecision.SendAgain => mail.HasContent ? SendAgain(mail, now) : null,
            OutboxDecision.WasAccepted => Decided(mail, OutboxRecipientState.Accepted, null),
            _ => Decided(mail, OutboxRecipientState.Failed, SecureMailErrors.OutboxGivenUp),
        };
    }

    /// <summary>A person wants those that wait or failed to be tried again.</summary>
    public static OutboxMail? Retry(OutboxMail mail, string reason, DateTimeOffset now)
    {
        if (mail.Phase is OutboxPhase.Sending or OutboxPhase.HandingOver || !mail.HasContent)
            return null;
        mail = Each(mail, recipient => recipient is { State: OutboxRecipientState.Failed, Address: not null } ? recipient with { State = OutboxRecipientState.Deferred } : recipient);
        return mail.Recipients.Any(IsPending) ? mail with { Phase = OutboxPhase.Waiting, DueAt = now, Reason = reason } : null;
    }

    public static OutboxMail WithoutAddresses(OutboxMail mail, Func<string, bool> isMeant) => Each(mail, recipient =>
        recipient.Address is { } address && isMeant(address) ? recipient with { Address = null, Reply = null } : recipient);

    // A copy that was refused or given up says nothing of the one before it.
    private static OutboxRecipient Unsure(OutboxRecipient recipient) =>
        recipient is { State: OutboxRecipientState.Failed, MayHaveArrived: true } ? recipient with { State = OutboxRecipientState.Ambiguous } : recipient;

    // One that waits is meant only where it waits to be sent again without knowing.
    private static bool IsResolved(OutboxMail mail, OutboxRecipient recipient) => recipient.Delivery is { HasArrived: true }
        && (recipient.State is OutboxRecipientState.Ambiguous || (recipient.State is OutboxRecipientState.Deferred && mail.Resends > 0));

    private static OutboxMail SendAgain(OutboxMail mail, DateTimeOffset at)
    {
        var waiting = Each(mail, recipient => recipient.State is OutboxRecipientState.Ambiguous ? recipient with { State = OutboxRecipientState.Deferred, MayHaveArrived = true } : recipient);
        return waiting with { Phase = OutboxPhase.Waiting, DueAt = at, Resends = mail.Resends + 1 };
    }

    private static OutboxMail Decided(OutboxMail mail, OutboxRecipientState state, string? code)
    {
        var decided = Each(mail, recipient => recipient.State is OutboxRecipientState.Ambiguous ? recipient with { State = state, Code = code } : recipient);
        return decided with { Phase = OutboxPhase.Settled, DueAt = null };
    }

    private static OutboxMail Each(OutboxMail mail, Func<OutboxRecipient, OutboxRecipient> change) => mail with { Recipients = [.. mail.Recipients.Select(change)] };
}
