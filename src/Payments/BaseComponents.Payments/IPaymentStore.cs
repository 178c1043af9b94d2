namespace BaseComponents.Payments;

/// <summary>
/// Where payments are kept. Implement it over another database when Entity Framework does not fit; the checks of
/// <c>BaseComponents.Payments.Testing.PaymentStoreConformance</c> say whether it is right.
/// </summary>
/// <remarks>Every promise holds across processes and machines: the database decides, never a lock in memory.</remarks>
public interface IPaymentStore
{
    /// <summary>Whether what was stored survives the end of the process.</summary>
    bool IsDurable { get; }

    /// <summary>All attempts under a reference, the first one first.</summary>
    Task<IReadOnlyList<PaymentRecord>> ListAttemptsAsync(string tenant, string reference, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stores a new attempt; false when tenant, reference and attempt exist, or when another attempt of the reference is unfinished
    /// (<see cref="PaymentRecord.IsUnfinished"/>). When it returns true, the row survives a crash.
    /// </summary>
    Task<bool> TryAddAsync(PaymentRecord record, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces a row whose version is still that of <paramref name="record"/>, raises the version by one, and stores the event and the entry of the audit
    /// beside it in the same transaction; false when somebody else was faster: with the row, with the number of the audit's entry, or by bringing
    /// another attempt of the reference to money or to unfinished.
    /// </summary>
    Task<bool> TryUpdateAsync(PaymentRecord record, PaymentEvent? paymentEvent, PaymentAuditEntry? audit, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes up to <paramref name="count"/> payments that are due at <paramref name="now"/> and moves their next look to
    /// <paramref name="leaseUntil"/>, so that no other instance takes them meanwhile.
    /// </summary>
    Task<IReadOnlyList<PaymentRecord>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes the event that has waited longest at <paramref name="now"/> and hands it to <paramref name="deliver"/>, in one transaction with the mark
    /// "delivered" where the store has transactions. When the delivery throws, the event waits until <paramref name="retryAt"/>, and its waiting
    /// counts from there: events that always fail must not hold up the others.
    /// </summary>
    /// <returns>False when no event waits.</returns>
    Task<bool> DeliverNextAsync(string tenant, DateTimeOffset now, DateTimeOffset retryAt, PaymentEventDelivery deliver, CancellationToken cancellationToken = default);

    /// <summary>The attempts that pass the filter, by the time of their intent.</summary>
    IAsyncEnumerable<PaymentRecord> ListAsync(string tenant, PaymentFilter filter, CancellationToken cancellationToken = default);

    /// <summary>The audit of a tenant from a number on, in the sequence of the numbers.</summary>
    IAsyncEnumerable<PaymentAuditEntry> ListAuditAsync(string tenant, long from, CancellationToken cancellationToken = default);

    /// <summary>The newest entry of the audit; null when there is none.</summary>
    Task<PaymentAuditEntry?> LastAuditAsync(string tenant, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes from one attempt what leads to the person: the reference becomes <paramref name="replacement"/>, the pay page goes, its delivered events are
    /// deleted, those that wait only when <paramref name="dropWaitingEvents"/> says so. False when its version is no longer that of
    /// <paramref name="record"/>, when an event of it still waits, or when the number of the audit's entry is taken. The entry is stored in the same transaction.
    /// </summary>
    Task<bool> TryEraseAsync(PaymentRecord record, string replacement, bool dropWaitingEvents, PaymentAuditEntry audit, CancellationToken cancellationToken = default);

    /// <summary>Deletes one erased attempt; false when its version is no longer that of <paramref name="record"/>, or the number of the audit's entry is taken.</summary>
    Task<bool> TryDeleteAsync(PaymentRecord record, PaymentAuditEntry audit, CancellationToken cancellationToken = default);
}

/// <summary>Delivers one event.</summary>
/// <param name="services">The scope whose database context the store uses: the handlers come out of it.</param>
/// <param name="paymentEvent">The event.</param>
/// <param name="cancellationToken">Stops the delivery.</param>
public delegate Task PaymentEventDelivery(IServiceProvider services, PaymentEvent paymentEvent, CancellationToken cancellationToken);
