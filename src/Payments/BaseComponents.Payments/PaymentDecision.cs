namespace BaseComponents.Payments;

/// <summary>What a clerk decides about a payment that cannot settle itself.</summary>
/// <remarks>German: Klärung.</remarks>
public sealed record PaymentDecision
{
    /// <summary>The application's key, from the order.</summary>
    public required string Reference { get; init; }

    /// <summary>The attempt that is meant.</summary>
    public required int Attempt { get; init; }

    /// <summary>What is decided.</summary>
    public required PaymentResolution Resolution { get; init; }

    /// <summary>What it rests on.</summary>
    public required PaymentEvidence Evidence { get; init; }

    /// <summary>Who decides: an identifier of the staff, at most 100 characters.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>Who confirms it; another person. Needed with <see cref="PaymentEvidence.TwoPersons"/>.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>Why: 1 to 500 characters, no personal data of the payer.</summary>
    public required string Reason { get; init; }
}

/// <summary>What can be decided about a payment.</summary>
public enum PaymentResolution
{
    /// <summary>The money is there, and what was paid for is due. The application gets the event of a payment.</summary>
    Paid,

    /// <summary>An attempt whose outcome was unknown was not paid; the next start is a new attempt.</summary>
    NotPaid,

    /// <summary>The money was given back.</summary>
    Refunded,

    /// <summary>The payer's bank has taken the money back.</summary>
    ReturnDebited,
}
