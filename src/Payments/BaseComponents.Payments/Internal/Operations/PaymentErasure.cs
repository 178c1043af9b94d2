namespace BaseComponents.Payments.Internal.Operations;

/// <summary>Takes out what leads to a person, and later the rest.</summary>
internal sealed class PaymentErasure(string tenant, IPaymentStore store, PaymentLedger ledger, PaymentAudit audit, AuditLog log, EventHandlers handlers)
{
    private const int MaxRounds = 20;

    public async Task<int> EraseAsync(string reference, string decidedBy, string reason, CancellationToken cancellationToken)
    {
        if (DecisionRules.PersonRefusal(decidedBy, reason) is { } why)
            throw DecisionFaults.Refused(why);
        var attempts = await ledger.ListAsync(reference, cancellationToken).ConfigureAwait(false);
        if (attempts.FirstOrDefault(static attempt => !HasEnded(attempt)) is { } waiting)
            throw DecisionFaults.Refused($"attempt {waiting.Attempt} is {waiting.State} and has not ended for good", waiting.RequestId);
        foreach (var attempt in attempts)
            await EraseAsync(attempt, decidedBy, reason, cancellationToken).ConfigureAwait(false);
        return attempts.Count;
    }

    public async Task<PaymentPurge> PurgeAsync(PaymentRetention retention, CancellationToken cancellationToken)
    {
        if (DecisionRules.PersonRefusal(retention.DecidedBy, retention.Reason) is { } why)
            throw DecisionFaults.Refused(why);
        var erased = await EraseOldAsync(retention, cancellationToken).ConfigureAwait(false);
        return new PaymentPurge(erased, await DeleteOldAsync(retention, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>A reference goes as a whole: an attempt that is younger, or has not ended, keeps the others.</summary>
    private async Task<int> EraseOldAsync(PaymentRetention retention, CancellationToken cancellationToken)
    {
        if (retention.ErasePersonsBefore is not { } before)
            return 0;
        var old = await OldAsync(before, static attempt => !ErasedReference.Is(attempt.Reference) && HasEnded(attempt), cancellationToken).ConfigureAwait(false);
        var erased = 0;
        foreach (var reference in old.Select(static attempt => attempt.Reference).Distinct(StringComparer.Ordinal))
        {
            var attempts = await ledger.ListAsync(reference, cancellationToken).ConfigureAwait(false);
            if (attempts.All(attempt => attempt.UpdatedAt < before && HasEnded(attempt)))
                erased += await EraseAsync(reference, retention.DecidedBy, retention.Reason, cancellationToken).ConfigureAwait(false);
        }

        return erased;
    }

    private async Task<int> DeleteOldAsync(PaymentRetention retention, CancellationToken cancellationToken)
    {
        if (retention.DeleteRecordsBefore is not { } before)
            return 0;
        var old = await OldAsync(before, static attempt => ErasedReference.Is(attempt.Reference), cancellationToken).ConfigureAwait(false);
        foreach (var attempt in old)
            await DeleteAsync(attempt, retention, cancellationToken).ConfigureAwait(false);
        return old.Count;
    }

    private async Task<IReadOnlyList<PaymentRecord>> OldAsync(DateTimeOffset before, Func<PaymentRecord, bool> isMeant, CancellationToken cancellationToken) =>
        await store.ListAsync(tenant, new PaymentFilter { UpdatedBefore = before }, cancellationToken).Where(isMeant).ToArrayAsync(cancellationToken).ConfigureAwait(false);

    private Task EraseAsync(PaymentRecord attempt, string decidedBy, string reason, CancellationToken cancellationToken) => ActAsync(
        AuditChain.Draft(attempt, "erase", $"{attempt.State}", "retention", decidedBy, reason, ledger.Now),
        // An application without handlers never fetches its events.
        entry => store.TryEraseAsync(attempt, ErasedReference.Of(attempt.RequestId), dropWaitingEvents: !handlers.Exist, entry, cancellationToken),
        cancellationToken);

    private Task DeleteAsync(PaymentRecord attempt, PaymentRetention retention, CancellationToken cancellationToken) => ActAsync(
        AuditChain.Draft(attempt, "delete", $"{attempt.State}", "retention", retention.DecidedBy, retention.Reason, ledger.Now),
        entry => store.TryDeleteAsync(attempt, entry, cancellationToken),
        cancellationToken);

    // Another line of the audit may come in between: then the next number is tried. An attempt that has changed stays as it is.
    private async Task ActAsync(PaymentAuditEntry draft, Func<PaymentAuditEntry, Task<bool>> tryAct, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var line = await audit.NextAsync(draft, cancellationToken).ConfigureAwait(false);
            if (!await tryAct(line).ConfigureAwait(false))
                continue;
            log.Acted(line);
            return;
        }

        throw DecisionFaults.Refused("it was changed meanwhile, or one of its events has not reached the application", draft.RequestId);
    }

    private static bool HasEnded(PaymentRecord attempt) =>
        attempt.NextCheckAt is null && attempt.State is not (PaymentState.PaidLate or PaymentState.Mismatch or PaymentState.DoublePayment);
}
