namespace BaseComponents.Payments.Internal;

/// <inheritdoc cref="IPaymentReconciler"/>
internal sealed class PaymentReconciler(string tenant, IPaymentStore store, PaymentLedger ledger, PaymentLookup lookup, EventDispatcher dispatcher, PaymentTrail trail) : IPaymentReconciler
{
    public async Task<PaymentReconciliation> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        var @checked = await CheckDueAsync(cancellationToken).ConfigureAwait(false);
        var delivered = await dispatcher.DeliverAllAsync(ledger.Options.Reconciler.EventConcurrency, cancellationToken).ConfigureAwait(false);
        return new PaymentReconciliation(@checked, delivered);
    }

    private async Task<int> CheckDueAsync(CancellationToken cancellationToken)
    {
        var options = ledger.Options.Reconciler;
        var (looked, taken) = (0, 0);
        do
        {
            taken = await CheckSomeAsync(options, Math.Min(options.Concurrency, options.BatchSize - looked), cancellationToken).ConfigureAwait(false);
            looked += taken;
        }
        while (taken > 0 && looked < options.BatchSize);
        return looked;
    }

    // No more than can be looked at now: what waits in a queue of this instance would outlive its lease, and another instance would begin it too.
    private async Task<int> CheckSomeAsync(PaymentReconcilerOptions options, int count, CancellationToken cancellationToken)
    {
        var now = ledger.Now;
        var due = await store.ClaimDueAsync(tenant, now, now + options.Lease, count, cancellationToken).ConfigureAwait(false);
        if (due.Count == 0)
            return 0;
        using var activity = Telemetry.Start("payments.reconcile", tenant, trail.Causes.LinksTo(due.Select(static record => record.RequestId)));
        await Task.WhenAll(due.Select(record => lookup.LookInTurnAsync(record, cancellationToken))).ConfigureAwait(false);
        return due.Count;
    }
}
