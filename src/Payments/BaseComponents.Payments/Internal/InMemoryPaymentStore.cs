using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Payments.Internal;

/// <summary>For the Sandbox and tests: everything ends with the process.</summary>
internal sealed class InMemoryPaymentStore(IServiceProvider services) : IPaymentStore
{
    private readonly Lock _changing = new();
    private readonly Dictionary<string, PaymentRecord> _payments = [];
    private readonly List<WaitingEvent> _events = [];
    private readonly List<PaymentAuditEntry> _audit = [];

    public bool IsDurable => false;

    public Task<IReadOnlyList<PaymentRecord>> ListAttemptsAsync(string tenant, string reference, CancellationToken cancellationToken = default)
    {
        lock (_changing)
        {
            List<PaymentRecord> attempts = [];
            foreach (var record in _payments.Values)
            {
                if (IsOf(record, tenant, reference))
                    attempts.Add(record);
            }

            attempts.Sort(static (one, other) => one.Attempt.CompareTo(other.Attempt));
            return Task.FromResult<IReadOnlyList<PaymentRecord>>(attempts);
        }
    }

    public Task<bool> TryAddAsync(PaymentRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (_changing)
        {
            var isFree = !Attempts(record.Tenant, record.Reference).Any(other => other.Attempt == record.Attempt || (other.IsUnfinished && record.IsUnfinished));
            return Task.FromResult(isFree && _payments.TryAdd(record.RequestId, record));
        }
    }

    public Task<bool> TryUpdateAsync(PaymentRecord record, PaymentEvent? paymentEvent, PaymentAuditEntry? audit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (_changing)
        {
            if (!IsAsRead(record) || IsTaken(audit) || IsSecond(record))
                return Task.FromResult(false);
            _payments[record.RequestId] = record with { Version = record.Version + 1 };
            if (paymentEvent is not null)
                _events.Add(new WaitingEvent(record.RequestId, paymentEvent));
            Append(audit);
            return Task.FromResult(true);
        }
    }

    public Task<IReadOnlyList<PaymentRecord>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default)
    {
        lock (_changing)
        {
            var due = _payments.Values
                .Where(record => record.Tenant == tenant && record.NextCheckAt <= now)
                .OrderBy(static record => record.NextCheckAt)
                .Take(count)
                .Select(record => record with { NextCheckAt = leaseUntil, Version = record.Version + 1 })
                .ToArray();
            foreach (var record in due)
                _payments[record.RequestId] = record;
            return Task.FromResult<IReadOnlyList<PaymentRecord>>(due);
        }
    }

    public async Task<bool> DeliverNextAsync(string tenant, DateTimeOffset now, DateTimeOffset retryAt, PaymentEventDelivery deliver, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(deliver);
        if (Take(tenant, now, retryAt) is not { } waiting)
            return false;
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            await deliver(scope.ServiceProvider, waiting.Event, cancellationToken).ConfigureAwait(false);
        lock (_changing)
            _events.Remove(waiting);
        return true;
    }

    public IAsyncEnumerable<PaymentRecord> ListAsync(string tenant, PaymentFilter filter, CancellationToken cancellationToken = default)
    {
        lock (_changing)
        {
            return _payments.Values
                .Where(record => record.Tenant == tenant && filter.Matches(record))
                .OrderBy(static record => record.CreatedAt).ThenBy(static record => record.RequestId, StringComparer.Ordinal)
                .ToArray().ToAsyncEnumerable();
        }
    }

    public IAsyncEnumerable<PaymentAuditEntry> ListAuditAsync(string tenant, long from, CancellationToken cancellationToken = default)
    {
        lock (_changing)
            return _audit.Where(entry => entry.Tenant == tenant && entry.Number >= from).ToArray().ToAsyncEnumerable();
    }

    public Task<PaymentAuditEntry?> LastAuditAsync(string tenant, CancellationToken cancellationToken = default)
    {
        lock (_changing)
            return Task.FromResult(_audit.LastOrDefault(entry => entry.Tenant == tenant));
    }

    public Task<bool> TryEraseAsync(PaymentRecord record, string replacement, bool dropWaitingEvents, PaymentAuditEntry audit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (_changing)
        {
            var isWaiting = _events.Any(waiting => waiting.RequestId == record.RequestId);
            if (!IsAsRead(record) || IsTaken(audit) || (isWaiting && !dropWaitingEvents))
                return Task.FromResult(false);
            _payments[record.RequestId] = record with { Reference = replacement, PayPage = null, Version = record.Version + 1 };
            _events.RemoveAll(waiting => waiting.RequestId == record.RequestId);
            Append(audit);
            return Task.FromResult(true);
        }
    }

    public Task<bool> TryDeleteAsync(PaymentRecord record, PaymentAuditEntry audit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (_changing)
        {
            if (!IsAsRead(record) || IsTaken(audit))
                return Task.FromResult(false);
            _payments.Remove(record.RequestId);
            Append(audit);
            return Task.FromResult(true);
        }
    }

    private IEnumerable<PaymentRecord> Attempts(string tenant, string reference) =>
        _payments.Values.Where(record => IsOf(record, tenant, reference));

    private static bool IsOf(PaymentRecord record, string tenant, string reference) => record.Tenant == tenant && record.Reference == reference;

    private bool IsAsRead(PaymentRecord record) => _payments.TryGetValue(record.RequestId, out var current) && current.Version == record.Version;

    private bool IsSecond(PaymentRecord record) => Attempts(record.Tenant, record.Reference)
        .Any(other => other.Attempt != record.Attempt && ((other.IsUnfinished && record.IsUnfinished) || (other.HasMoney && record.HasMoney)));

    private bool IsTaken(PaymentAuditEntry? audit) => audit is not null && _audit.Any(entry => entry.Tenant == audit.Tenant && entry.Number == audit.Number);

    private void Append(PaymentAuditEntry? audit)
    {
        if (audit is not null)
            _audit.Add(audit);
    }

    // Taken for the time of the delivery; when it throws, the event waits that long.
    private WaitingEvent? Take(string tenant, DateTimeOffset now, DateTimeOffset retryAt)
    {
        lock (_changing)
        {
            var waiting = _events.Where(candidate => candidate.Event.Tenant == tenant && candidate.NotBefore <= now).MinBy(static candidate => candidate.NotBefore);
            waiting?.NotBefore = retryAt;
            return waiting;
        }
    }

    private sealed class WaitingEvent(string requestId, PaymentEvent paymentEvent)
    {
        public string RequestId { get; } = requestId;

        public PaymentEvent Event { get; } = paymentEvent;

        public DateTimeOffset NotBefore { get; set; } = paymentEvent.OccurredAt;
    }
}
