namespace BaseComponents.Payments.Internal;

/// <inheritdoc cref="IPaymentReconciler"/>
internal sealed class PaymentReconciler(string tenant, IPaymentStore store, PaymentLedger ledger, PaymentLookup lookup, EventDispatcher dispatcher) : IPaymentReconciler
{
    private const int Parallel = 4;

    public async Task<PaymentReconciliation> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        var @checked = await CheckDueAsync(cancellationToken).ConfigureAwait(false);
        var delivered = await dispatcher.DeliverAllAsync(cancellationToken).ConfigureAwait(false);
        return new PaymentReconciliation(@checked, delivered);
    }

    private async Task<int> CheckDueAsync(CancellationToken cancellationToken)
    {
        var options = ledger.Options.Reconciler;
        var now = ledger.Now;
        var due = await store.ClaimDueAsync(tenant, now, now + options.Lease, options.BatchSize, cancellationToken).ConfigureAwait(false);
        if (due.Count == 0)
            return 0;
        using var activity = Telemetry.Start("payments.reconcile", tenant);
        await System.Threading.Tasks.Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (record, token) => await lookup.LookInTurnAsync(record, token).ConfigureAwait(false)).ConfigureAwait(false);
        return due.Count;
    }
}
