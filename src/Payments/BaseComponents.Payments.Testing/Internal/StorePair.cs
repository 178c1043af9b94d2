namespace BaseComponents.Payments.Testing.Internal;

/// <summary>Two instances of a store over the same data, and a tenant that no other check uses.</summary>
internal sealed class StorePair(string check, IPaymentStore first, IPaymentStore second, CancellationToken cancellationToken)
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public IPaymentStore First => first;

    public IPaymentStore Second => second;

    public CancellationToken Cancelled => cancellationToken;

    public string Tenant { get; } = $"check-{Guid.NewGuid():N}";

    public PaymentRecord Record(string reference, int attempt = 1) => new()
    {
        Tenant = Tenant,
        Reference = reference,
        Attempt = attempt,
        RequestId = Guid.NewGuid().ToString("N"),
        Fingerprint = new string('a', 64),
        Amount = Euro.FromCents(9_600),
        State = PaymentState.Creating,
        CreatedAt = Noon,
        UpdatedAt = Noon,
    };

    public static PaymentEvent Event(PaymentRecord record, PaymentState state) => new()
    {
        Id = $"{record.RequestId}-{state}",
        Tenant = record.Tenant,
        Reference = record.Reference,
        Attempt = record.Attempt,
        State = state,
        Amount = record.Amount,
        TransactionReference = "814200000001",
        Method = PaymentMethod.Other,
        OccurredAt = Noon,
    };

    public PaymentAuditEntry Line(PaymentRecord record, long number) => new()
    {
        Tenant = Tenant,
        Number = number,
        At = Noon,
        Action = "resolve",
        RequestId = record.RequestId,
        Change = "Mismatch -> Refunded",
        Evidence = "two persons",
        DecidedBy = "clerk-1",
        Reason = "A reason with an umlaut: Überzahlung.",
        PreviousHash = new string('0', 64),
        Hash = new string('f', 64),
    };

    public async Task<PaymentRecord> AddAsync(PaymentRecord record)
    {
        Expect(await First.TryAddAsync(record, cancellationToken).ConfigureAwait(false), "a new attempt is not taken.");
        return record;
    }

    public async Task<PaymentRecord> OnlyAsync(string reference)
    {
        var attempts = await Second.ListAttemptsAsync(Tenant, reference, cancellationToken).ConfigureAwait(false);
        Expect(attempts.Count == 1, $"{attempts.Count} attempts are listed instead of one.");
        return attempts[0];
    }

    /// <summary>Runs the same work many times at once, on both instances in turn.</summary>
    public Task<T[]> RaceAsync<T>(int racers, Func<IPaymentStore, Task<T>> run) =>
        Task.WhenAll(Enumerable.Range(0, racers).Select(number => Task.Run(() => run(number % 2 == 0 ? First : Second), cancellationToken)));

    public void Expect(bool isSo, string finding)
    {
        if (!isSo)
            throw new PaymentStoreConformanceException(check, finding);
    }
}
