namespace BaseComponents.Payments;

/// <summary>A payment has reached a state that matters to the application.</summary>
/// <remarks>Emitted for Paid, Failed, Canceled, Expired, Abandoned, PaidLate, Mismatch, DoublePayment, ReturnDebited and Refunded.</remarks>
public sealed record PaymentEvent
{
    /// <summary>The same for the same event, always: made of tenant, key of the attempt and state.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the registration; empty for the unnamed one.</summary>
    public required string Tenant { get; init; }

    /// <summary>The application's key, from the order.</summary>
    public required string Reference { get; init; }

    /// <summary>The attempt that reached the state; a late one may not be the newest.</summary>
    public required int Attempt { get; init; }

    /// <summary>The state reached.</summary>
    public required PaymentState State { get; init; }

    /// <summary>What was ordered.</summary>
    public required Euro Amount { get; init; }

    /// <summary>The service's reference for the books (Kassenzeichen).</summary>
    public string? TransactionReference { get; init; }

    /// <summary>How was paid.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>When the state was seen.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
