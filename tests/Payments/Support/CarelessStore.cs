using BaseComponents.Payments;

namespace BaseComponents.Tests.Payments.Support;

/// <summary>A store as it is written in a hurry: it overwrites, compares no version, keeps no lease and forgets no event.</summary>
internal sealed class CarelessStore : IPaymentStore
{
    private readonly Dictionary<(string, string, int), PaymentRecord> _payments = [];
    private readonly List<PaymentEvent> _events = [];

    public bool IsDurable => true;

    public Task<IReadOnlyList<PaymentRecord>> ListAttemptsAsync(string tenant, string reference, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<PaymentRecord>>([.. _payments.Values.Where(record => record.Tenant == tenant && record.Reference == reference)]);

    public Task<bool> TryAddAsync(PaymentRecord record, CancellationToken cancellationToken = default)
    {
        _payments[(record.Tenant, record.Reference, record.Attempt)] = record;
        return Task.FromResult(true);
    }

    public Task<bool> TryUpdateAsync(PaymentRecord record, PaymentEvent? paymentEvent, PaymentAuditEntry? audit, CancellationToken cancellationToken = default)
    {
        if (paymentEvent is not null)
            _events.Add(paymentEvent);
        return TryAddAsync(record, cancellationToken);
    }

    public Task<IReadOnlyList<PaymentRecord>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<PaymentRecord>>([.. _payments.Values.Where(record => record.Tenant == tenant && record.NextCheckAt <= now)]);

    public async Task<bool> DeliverNextAsync(string tenant, DateTimeOffset now, DateTimeOffset retryAt, PaymentEventDelivery deliver, CancellationToken cancellationToken = default)
    {
        if (_events.Find(candidate => candidate.Tenant == tenant) is not { } waiting)
            return false;
        await deliver(null!, waiting, cancellationToken);
        return true;
    }

    public IAsyncEnumerable<PaymentRecord> ListAsync(string tenant, PaymentFilter filter, CancellationToken cancellationToken = default) => _payments.Values.ToAsyncEnumerable();

    public IAsyncEnumerable<PaymentAuditEntry> ListAuditAsync(string tenant, long from, CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<PaymentAuditEntry>();

    public Task<PaymentAuditEntry?> LastAuditAsync(string tenant, CancellationToken cancellationToken = default) => Task.FromResult<PaymentAuditEntry?>(null);

    public Task<bool> TryEraseAsync(PaymentRecord record, string replacement, bool dropWaitingEvents, PaymentAuditEntry audit, CancellationToken cancellationToken = default)
    {
        _payments[(record.Tenant, record.Reference, record.Attempt)] = record with { Reference = replacement };
        return Task.FromResult(true);
    }

    public Task<bool> TryDeleteAsync(PaymentRecord record, PaymentAuditEntry audit, CancellationToken cancellationToken = default) =>
        Task.FromResult(_payments.Remove((record.Tenant, record.Reference, record.Attempt)));
}
