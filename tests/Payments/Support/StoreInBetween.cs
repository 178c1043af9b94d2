using BaseComponents.Payments;

namespace BaseComponents.Tests.Payments.Support;

/// <summary>A store that lets somebody else act before each update and each list that passes through it.</summary>
internal sealed class StoreInBetween(IPaymentStore store) : IPaymentStore
{
    public Func<PaymentRecord, Task>? BeforeUpdate { get; set; }

    public Func<CancellationToken, Task>? BeforeList { get; set; }

    public bool IsDurable => store.IsDurable;

    /// <summary>The store itself, with nobody in between.</summary>
    public IPaymentStore Inner => store;

    public Task<IReadOnlyList<PaymentRecord>> ListAttemptsAsync(string tenant, string reference, CancellationToken cancellationToken = default) =>
        store.ListAttemptsAsync(tenant, reference, cancellationToken);

    public Task<bool> TryAddAsync(PaymentRecord record, CancellationToken cancellationToken = default) => store.TryAddAsync(record, cancellationToken);

    public async Task<bool> TryUpdateAsync(PaymentRecord record, PaymentEvent? paymentEvent, PaymentAuditEntry? audit, CancellationToken cancellationToken = default)
    {
        if (BeforeUpdate is { } before)
            await before(record);
        return await store.TryUpdateAsync(record, paymentEvent, audit, cancellationToken);
    }

    public Task<IReadOnlyList<PaymentRecord>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default) =>
        store.ClaimDueAsync(tenant, now, leaseUntil, count, cancellationToken);

    public Task<bool> DeliverNextAsync(string tenant, DateTimeOffset now, DateTimeOffset retryAt, PaymentEventDelivery deliver, CancellationToken cancellationToken = default) =>
        store.DeliverNextAsync(tenant, now, retryAt, deliver, cancellationToken);

    public async IAsyncEnumerable<PaymentRecord> ListAsync(
        string tenant, PaymentFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (BeforeList is { } before)
            await before(cancellationToken);
        await foreach (var record in store.ListAsync(tenant, filter, cancellationToken))
            yield return record;
    }

    public IAsyncEnumerable<PaymentAuditEntry> ListAuditAsync(string tenant, long from, CancellationToken cancellationToken = default) => store.ListAuditAsync(tenant, from, cancellationToken);

    public Task<PaymentAuditEntry?> LastAuditAsync(string tenant, CancellationToken cancellationToken = default) => store.LastAuditAsync(tenant, cancellationToken);

    public Task<bool> TryEraseAsync(PaymentRecord record, string replacement, bool dropWaitingEvents, PaymentAuditEntry audit, CancellationToken cancellationToken = default) =>
        store.TryEraseAsync(record, replacement, dropWaitingEvents, audit, cancellationToken);

    public Task<bool> TryDeleteAsync(PaymentRecord record, PaymentAuditEntry audit, CancellationToken cancellationToken = default) => store.TryDeleteAsync(record, audit, cancellationToken);
}
