using BaseComponents.Payments;

namespace BaseComponents.Tests.Scale.Payments.Flaws;

/// <summary>Drops the intent and stores the row with the first answer, as clients do that save what the service has confirmed.</summary>
/// <param name="inner">The real store.</param>
/// <param name="overlooks">Whether a row that somebody else stored meanwhile goes unnoticed.</param>
internal sealed class IntentlessStore(IPaymentStore inner, bool overlooks) : IPaymentStore
{
    public bool IsDurable => inner.IsDurable;

    public Task<IReadOnlyList<PaymentRecord>> ListAttemptsAsync(string tenant, string reference, CancellationToken cancellationToken = default) =>
        inner.ListAttemptsAsync(tenant, reference, cancellationToken);

    public Task<bool> TryAddAsync(PaymentRecord record, CancellationToken cancellationToken = default) => Task.FromResult(true);

    public async Task<bool> TryUpdateAsync(PaymentRecord record, PaymentEvent? paymentEvent, PaymentAuditEntry? audit, CancellationToken cancellationToken = default)
    {
        if (await inner.TryUpdateAsync(record, paymentEvent, audit, cancellationToken))
            return true;
        if (record.Version > 0)
            return false;
        return await inner.TryAddAsync(record, cancellationToken) ? await inner.TryUpdateAsync(record, paymentEvent, audit, cancellationToken) : overlooks;
    }

    public Task<IReadOnlyList<PaymentRecord>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default) =>
        inner.ClaimDueAsync(tenant, now, leaseUntil, count, cancellationToken);

    public Task<bool> DeliverNextAsync(string tenant, DateTimeOffset now, DateTimeOffset retryAt, PaymentEventDelivery deliver, CancellationToken cancellationToken = default) =>
        inner.DeliverNextAsync(tenant, now, retryAt, deliver, cancellationToken);

    public IAsyncEnumerable<PaymentRecord> ListAsync(string tenant, PaymentFilter filter, CancellationToken cancellationToken = default) =>
        inner.ListAsync(tenant, filter, cancellationToken);

    public IAsyncEnumerable<PaymentAuditEntry> ListAuditAsync(string tenant, long from, CancellationToken cancellationToken = default) =>
        inner.ListAuditAsync(tenant, from, cancellationToken);

    public Task<PaymentAuditEntry?> LastAuditAsync(string tenant, CancellationToken cancellationToken = default) => inner.LastAuditAsync(tenant, cancellationToken);

    public Task<bool> TryEraseAsync(PaymentRecord record, string replacement, bool dropWaitingEvents, PaymentAuditEntry audit, CancellationToken cancellationToken = default) =>
        inner.TryEraseAsync(record, replacement, dropWaitingEvents, audit, cancellationToken);

    public Task<bool> TryDeleteAsync(PaymentRecord record, PaymentAuditEntry audit, CancellationToken cancellationToken = default) =>
        inner.TryDeleteAsync(record, audit, cancellationToken);
}
