namespace BaseComponents.Payments.Epaybl;

/// <summary>What the service knows of a Kassenzeichen. The payer's name is not read.</summary>
/// <remarks>German: Kassenzeicheninformation. The REST connector tells <see cref="Saldo"/>, <see cref="Method"/> and <see cref="PayPageStatus"/> only.</remarks>
public sealed record KassenzeichenInfo
{
    /// <summary>The Kassenzeichen.</summary>
    public required string Kassenzeichen { get; init; }

    /// <summary>What is still owed; negative when more was paid than owed.</summary>
    public required decimal Saldo { get; init; }

    /// <summary>What was claimed.</summary>
    /// <remarks>German: Hauptforderungen.</remarks>
    public decimal? Claims { get; init; }

    /// <summary>What of it was cancelled.</summary>
    /// <remarks>German: Stornos.</remarks>
    public decimal? Cancellations { get; init; }

    /// <summary>Money that came in.</summary>
    /// <remarks>German: Zahlungseingänge.</remarks>
    public decimal? Receipts { get; init; }

    /// <summary>Money collected by direct debit.</summary>
    /// <remarks>German: Lastschriften.</remarks>
    public decimal? Debits { get; init; }

    /// <summary>Money that a return debit took back.</summary>
    /// <remarks>German: Rücklastschriften.</remarks>
    public decimal? ReturnDebits { get; init; }

    /// <summary>Whatever else was booked.</summary>
    /// <remarks>German: sonstige Buchungen.</remarks>
    public decimal? OtherBookings { get; init; }

    /// <summary>How is paid, once chosen.</summary>
    public EpayblPaymentMethod? Method { get; init; }

    /// <summary>Where the pay page stands.</summary>
    public EpayblPayPageStatus? PayPageStatus { get; init; }

    /// <summary>The operator's reference of the question: name it when you ask about it.</summary>
    public string? EPaymentId { get; init; }
}
