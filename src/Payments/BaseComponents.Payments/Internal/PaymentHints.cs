namespace BaseComponents.Payments.Internal;

/// <summary>Brings the next look at a payment forward. It only moves a date in a row: what comes from outside causes no call by itself.</summary>
internal sealed class PaymentHints(string tenant, IPaymentStore store, PaymentLedger ledger, PaymentSignal signal)
{
    private const int LongestReference = 36;

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
        // The version that was read is the only one tried: whoever was faster is looking, or has brought it forward.
        if (Due(record) is { } due && !(record.NextCheckAt <= due)
            && await store.TryUpdateAsync(record with { NextCheckAt = due }, paymentEvent: null, audit: null, cancellationToken).ConfigureAwait(false))
            signal.Set();
    }

    private DateTimeOffset? Due(PaymentRecord record)
    {
        var isOfInterest = record.Route is PaymentRoute.PayPage && (Transition.IsUnfinished(record.State) || Transition.IsGivenUp(record.State)
            || (Transition.HasMoney(record.State) && record.NextCheckAt is not null));
        var soonest = record.UpdatedAt + ledger.Options.Reconciler.HintInterval;
        return !isOfInterest ? null : soonest > ledger.Now ? soonest : ledger.Now;
    }
}
