namespace BaseComponents.Payments;

/// <summary>One line of the record of what people did with payments. Appended only; each line holds the hash of the one before it.</summary>
/// <remarks>German: Protokoll. It names payments by the key of the attempt, never by the application's reference, so that erasing a person does not break the chain.</remarks>
public sealed record PaymentAuditEntry
{
    /// <summary>The name of the registration; empty for the unnamed one.</summary>
    public required string Tenant { get; init; }

    /// <summary>1 for the first line of a tenant, then without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done: <c>resolve</c>, <c>erase</c> or <c>delete</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The key of the attempt.</summary>
    public required string RequestId { get; init; }

    /// <summary>The state before and after.</summary>
    public required string Change { get; init; }

    /// <summary>What it rests on, see <see cref="PaymentEvidence"/>.</summary>
    public required string Evidence { get; init; }

    /// <summary>Who decided: an identifier of the staff, such as a personnel number.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>Who confirmed it, where two persons are needed.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>Why, in the words of who decided; no personal data of the payer.</summary>
    public required string Reason { get; init; }

    /// <summary>The hash of the line before; 64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over this line without this value, in hexadecimal.</summary>
    public required string Hash { get; init; }
}
