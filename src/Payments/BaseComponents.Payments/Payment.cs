namespace BaseComponents.Payments;

/// <summary>A payment as it is known now.</summary>
/// <remarks>German: Zahlung, Zahlungstransaktion.</remarks>
public sealed record Payment
{
    /// <summary>The application's key, from the order.</summary>
    public required string Reference { get; init; }

    /// <summary>The state, as last confirmed by the service.</summary>
    public required PaymentState State { get; init; }

    /// <summary>What was ordered.</summary>
    public required Euro Amount { get; init; }

    /// <summary>Which way the money comes.</summary>
    public PaymentRoute Route { get; init; }

    /// <summary>Where to send the browser; present only while the payer can pay.</summary>
    /// <remarks>German: Bezahlseite, Paypage.</remarks>
    public Uri? PayPage { get; init; }

    /// <summary>The service's reference for the books; some services name it only after payment. Of a transfer what the payer has to write on it (ISO 11649).</summary>
    /// <remarks>German: Kassenzeichen. XBezahldienste 1.0.0, transactionReference.</remarks>
    public string? TransactionReference { get; init; }

    /// <summary>The service's own key of the payment: name it when you ask the operator.</summary>
    public string? TransactionId { get; init; }

    /// <summary>How was paid, once paid.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>1 for the first try, more after failed ones.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>When the service last confirmed the state.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether the fee is paid in time and in full: the only state that fulfils anything.</summary>
    public bool IsPaid => State is PaymentState.Paid;

    /// <summary>Whether another start would make a new attempt.</summary>
    public bool MayBeStartedAgain => State is
        PaymentState.Failed or PaymentState.Canceled or PaymentState.Expired or PaymentState.Abandoned or PaymentState.Rejected or PaymentState.ReturnDebited;
}
