namespace BaseComponents.Sandbox.Payments;

/// <summary>One payment as the service keeps it. The requestor is not kept: nobody needs the name after the answer.</summary>
internal sealed record LedgerEntry
{
    public required string OriginatorId { get; init; }

    public required string EndPointId { get; init; }

    public required string TransactionId { get; init; }

    public required WirePaymentRequest Request { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The button pressed on the pay page; null while nobody did.</summary>
    public PayChoice? Choice { get; init; }

    public DateTimeOffset? ChosenAt { get; init; }

    /// <summary>Kassenzeichen, given when the payer chose to pay.</summary>
    public string? TransactionReference { get; init; }

    public string RequestId => Request.RequestId!;

    public decimal Amount => Request.GrosAmount!.Value;
}

/// <summary>The buttons of the pay page.</summary>
internal enum PayChoice
{
    Paid,
    Failed,
    Canceled,
}
