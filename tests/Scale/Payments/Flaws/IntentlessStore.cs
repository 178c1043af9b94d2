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

    public async Task<bool> TryUpdateAsync(PaymentRecord record, PaymentEvent? paymentEvent, CancellationToken cancellationToken = default)
    {
        if (await inner.TryUpdateAsync(record, paymentEvent, cancellationToken))
            return true;
        if (record.Version > 0)
            return false;
        return await inner.TryAddAsync(record, cancellationToken) ? await inner.TryUpdateAsync(record, paymentEvent, cancellationToken) : overlooks;
    }

    public Task<IReadOnlyList<PaymentRecord>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default) =>
        inner.ClaimDueAsync(tenant, now, leaseUntil, count, cancellationToken);

    public Task<bool> DeliverNextAsync(string tenant, DateTimeOffset now, DateTimeOffset retryAt, PaymentEventDelivery deliver, CancellationToken cancellationToken = default) =>
        inner.DeliverNextAsync(tenant, now, retryAt, deliver, cancellationToken);
}
