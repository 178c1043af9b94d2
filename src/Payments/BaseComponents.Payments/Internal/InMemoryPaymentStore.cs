using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Payments.Internal;

/// <summary>For the Sandbox and tests: everything ends with the process.</summary>
internal sealed class InMemoryPaymentStore(IServiceProvider services) : IPaymentStore
{
    private readonly Lock _changing = new();
    private readonly Dictionary<(string Tenant, string Reference, int Attempt), PaymentRecord> _payments = [];
    private readonly List<WaitingEvent> _events = [];

    public bool IsDurable => false;

    public Task<IReadOnlyList<PaymentRecord>> ListAttemptsAsync(string tenant, string reference, CancellationToken cancellationToken = default)
    {
        lock (_changing)
        {
            IReadOnlyList<PaymentRecord> attempts = [.. _payments.Values
                .Where(record => record.Tenant == tenant && record.Reference == reference)
                .OrderBy(static record => record.Attempt)];
            return Task.FromResult(attempts);
        }
    }

    public Task<bool> TryAddAsync(PaymentRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (_changing)
            return Task.FromResult(_payments.TryAdd(Key(record), record));
    }

    public Task<bool> TryUpdateAsync(PaymentRecord record, PaymentEvent? paymentEvent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (_changing)
        {
            if (!_payments.TryGetValue(Key(record), out var current) || current.Version != record.Version)
                return Task.FromResult(false);
            _payments[Key(record)] = record with { Version = record.Version + 1 };
            if (paymentEvent is not null)
                _events.Add(new WaitingEvent(paymentEvent));
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
                _payments[Key(record)] = record;
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

    private static (string Tenant, string Reference, int Attempt) Key(PaymentRecord record) => (record.Tenant, record.Reference, record.Attempt);

    private sealed class WaitingEvent(PaymentEvent paymentEvent)
    {
        public PaymentEvent Event { get; } = paymentEvent;

        public DateTimeOffset NotBefore { get; set; } = paymentEvent.OccurredAt;
    }
}
