using BaseComponents.Payments;

namespace BaseComponents.Tests.Fuzz.Payments;

/// <summary>A store of one attempt, which the fuzzer puts there anew for each input. Nothing else is asked of it.</summary>
internal sealed class OneAttempt : IPaymentStore
{
    public PaymentRecord? Stored { get; set; }

    public bool IsDurable => true;

    public Task<IReadOnlyList<PaymentRecord>> ListAttemptsAsync(string tenant, string reference, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<PaymentRecord>>(Stored is { } stored && stored.Reference == reference ? [stored] : []);

    public Task<bool> TryAddAsync(PaymentRecord record, CancellationToken cancellationToken = default)
    {
        var isFree = Stored is null;
        Stored ??= record;
        return Task.FromResult(isFree);
    }

    public Task<bool> TryUpdateAsync(PaymentRecord record, PaymentEvent? paymentEvent, PaymentAuditEntry? audit, CancellationToken cancellationToken = default)
    {
        var isNewest = Stored?.Version == record.Version;
        if (isNewest)
            Stored = record with { Version = record.Version + 1 };
        return Task.FromResult(isNewest);
    }

    public Task<IReadOnlyList<PaymentRecord>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<bool> DeliverNextAsync(string tenant, DateTimeOffset now, DateTimeOffset retryAt, PaymentEventDelivery deliver, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<PaymentRecord> ListAsync(string tenant, PaymentFilter filter, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<PaymentAuditEntry> ListAuditAsync(string tenant, long from, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<PaymentAuditEntry?> LastAuditAsync(string tenant, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<bool> TryEraseAsync(PaymentRecord record, string replacement, bool dropWaitingEvents, PaymentAuditEntry audit, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<bool> TryDeleteAsync(PaymentRecord record, PaymentAuditEntry audit, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
