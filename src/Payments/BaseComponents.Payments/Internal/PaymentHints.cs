namespace BaseComponents.Payments.Internal;

/// <summary>Brings the next look at a payment forward. It only moves a date in a row: what comes from outside causes no call by itself.</summary>
internal sealed class PaymentHints(string tenant, IPaymentStore store, PaymentLedger ledger, PaymentSignal signal)
{
    private const int LongestReference = 36;

    // Databases keep less of a moment than the clock tells.
    private static readonly TimeSpan StoredPrecision = TimeSpan.FromMilliseconds(1);

    public async Task<bool> TakeAsync(string transactionReference, CancellationToken cancellationToken)
    {
        if (transactionReference.Length > LongestReference)
            return false;
        var known = await store.ListAsync(tenant, new PaymentFilter { TransactionReference = transactionReference }, cancellationToken)
            .ToArrayAsync(cancellationToken).ConfigureAwait(false);
        foreach (var record in known)
            await BringForwardAsync(record, cancellationToken).ConfigureAwait(false);
        return known.Length > 0;
    }

    private async Task BringForwardAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        if (Due(record) is not { } due || record.NextCheckAt <= due)
            return;
        // A look that is under way may have been answered before the news: whoever looks sees by the version that there is more, and looks again soon.
        var next = IsLookedAt(record) ? record : record with { NextCheckAt = due };
        // The version that was read is the only one tried: whoever was faster is looking, or has brought it forward.
        if (await store.TryUpdateAsync(next, paymentEvent: null, audit: null, cancellationToken).ConfigureAwait(false))
            signal.Set();
    }

    /// <summary>Whether an instance has the payment: its next look is at the end of a lease, not where the schedule put it. A lease is never cut short.</summary>
    private bool IsLookedAt(PaymentRecord record) =>
        record.NextCheckAt <= ledger.Now + ledger.Options.Reconciler.Lease
        && !((CheckSchedule.Next(record, ledger.Options, record.UpdatedAt) - record.NextCheckAt)?.Duration() < StoredPrecision);

    private DateTimeOffset? Due(PaymentRecord record)
    {
        var isOfInterest = record.Route is PaymentRoute.PayPage && (Transition.IsUnfinished(record.State) || Transition.IsGivenUp(record.State)
            || (Transition.HasMoney(record.State) && record.NextCheckAt is not null));
        var soonest = record.UpdatedAt + ledger.Options.Reconciler.HintInterval;
        return !isOfInterest ? null : soonest > ledger.Now ? soonest : ledger.Now;
    }
}
