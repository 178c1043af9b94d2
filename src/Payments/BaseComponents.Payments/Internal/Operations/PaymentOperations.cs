namespace BaseComponents.Payments.Internal.Operations;

/// <inheritdoc cref="IPaymentOperations"/>
internal sealed class PaymentOperations(string tenant, IPaymentStore store, PaymentLedger ledger, Decisions decisions, PaymentErasure erasure, PaymentAudit audit, HealthCheck health) : IPaymentOperations
{
    public IAsyncEnumerable<PaymentRecord> ListAsync(PaymentFilter? filter = null, CancellationToken cancellationToken = default) =>
        store.ListAsync(tenant, filter ?? PaymentFilter.All, cancellationToken);

    public async Task<PaymentCase?> ShowAsync(string reference, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        var attempts = await ledger.ListAsync(reference, cancellationToken).ConfigureAwait(false);
        if (attempts.Count == 0)
            return null;
        return new PaymentCase(attempts, await audit.OfAsync([.. attempts.Select(static attempt => attempt.RequestId)], cancellationToken).ConfigureAwait(false));
    }

    public async Task<PaymentReport> ReportAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var days = new PaymentFilter { CreatedFrom = ReportWriter.StartOf(from), CreatedBefore = ReportWriter.StartOf(to.AddDays(1)) };
        return ReportWriter.Write(await ListAsync(days, cancellationToken).ToArrayAsync(cancellationToken).ConfigureAwait(false));
    }

    public Task<PaymentRecord> ResolveAsync(PaymentDecision decision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decisions.ResolveAsync(decision, cancellationToken);
    }

    public Task<int> EraseAsync(string reference, string decidedBy, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        return erasure.EraseAsync(reference, decidedBy, reason, cancellationToken);
    }

    public Task<PaymentPurge> PurgeAsync(PaymentRetention retention, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(retention);
        return erasure.PurgeAsync(retention, cancellationToken);
    }

    public Task<PaymentHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => health.RunAsync(cancellationToken);

    public IAsyncEnumerable<PaymentAuditEntry> AuditAsync(CancellationToken cancellationToken = default) => audit.ListAsync(cancellationToken);

    public Task<long?> FindBrokenAuditLineAsync(CancellationToken cancellationToken = default) => audit.FindBrokenAsync(cancellationToken);
}
