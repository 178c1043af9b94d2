using BaseComponents.Payments.Internal;

namespace BaseComponents.Payments;

/// <summary>One attempt at a payment as it is stored: identifiers, amount and state, nothing about the payer.</summary>
public sealed record PaymentRecord
{
    /// <summary>The name of the registration; empty for the unnamed one.</summary>
    public required string Tenant { get; init; }

    /// <summary>The application's key, at most 100 characters.</summary>
    public required string Reference { get; init; }

    /// <summary>1 for the first try. Unique together with tenant and reference.</summary>
    public required int Attempt { get; init; }

    /// <summary>The key the service knows the attempt by, derived from tenant, reference and attempt.</summary>
    public required string RequestId { get; init; }

    /// <summary>A hash of the order without payer and return address, to tell a repeated order from a different one.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What was ordered.</summary>
    public required Euro Amount { get; init; }

    /// <summary>The state.</summary>
    public required PaymentState State { get; init; }

    /// <summary>Which way the money comes.</summary>
    public PaymentRoute Route { get; init; }

    /// <summary>The service's key of the payment.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The service's reference for the books (Kassenzeichen); of a transfer the reference the payer was told.</summary>
    public string? TransactionReference { get; init; }

    /// <summary>Where the payer pays.</summary>
    public Uri? PayPage { get; init; }

    /// <summary>How was paid.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>When the intent was stored.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the service was first seen waiting for the payer; null before.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When the money was first seen; null before.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>When the row last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the reconciler looks next; null when it is done with it.</summary>
    public DateTimeOffset? NextCheckAt { get; init; }

    /// <summary>How often the reconciler has looked.</summary>
    public int Checks { get; init; }

    /// <summary>Raised by each change: a writer that read an older version is refused.</summary>
    public long Version { get; init; }

    /// <summary>Whether the attempt may still be paid. A store holds at most one such attempt of a reference.</summary>
    public bool IsUnfinished => Transition.IsUnfinished(State);

    /// <summary>Whether the attempt has brought money. A store holds at most one such attempt of a reference.</summary>
    public bool HasMoney => Transition.HasMoney(State);
}
