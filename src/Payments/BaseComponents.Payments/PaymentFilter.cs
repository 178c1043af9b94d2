namespace BaseComponents.Payments;

/// <summary>Which attempts are meant. What is not set leaves nothing out.</summary>
public sealed record PaymentFilter
{
    /// <summary>All attempts.</summary>
    public static PaymentFilter All { get; } = new();

    /// <summary>The states that pass; all when empty.</summary>
    public IReadOnlyCollection<PaymentState> States { get; init; } = [];

    /// <summary>The earliest time of the intent.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>The time of the intent before which it lies.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>The time of the last change before which it lies.</summary>
    public DateTimeOffset? UpdatedBefore { get; init; }

    /// <summary>The time of the reconciler's next look at or before which it lies.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The service's reference for the books (Kassenzeichen).</summary>
    public string? TransactionReference { get; init; }

    /// <summary>Whether an attempt passes; for stores that cannot translate the filter.</summary>
    public bool Matches(PaymentRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return (States.Count == 0 || States.Contains(record.State))
            && (CreatedFrom is null || record.CreatedAt >= CreatedFrom)
            && (CreatedBefore is null || record.CreatedAt < CreatedBefore)
            && (UpdatedBefore is null || record.UpdatedAt < UpdatedBefore)
            && (DueAt is null || record.NextCheckAt <= DueAt)
            && (TransactionReference is null || record.TransactionReference == TransactionReference);
    }
}
