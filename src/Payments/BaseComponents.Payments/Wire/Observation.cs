using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Wire;

/// <summary>What an answer of the service says, after all its texts were checked.</summary>
internal sealed record Observation
{
    public required WireStatus Status { get; init; }

    public string? TransactionId { get; init; }

    public string? TransactionReference { get; init; }

    public Uri? PayPage { get; init; }

    public PaymentMethod? Method { get; init; }

    /// <summary>Where the Kassenzeichen stands in the books; null where the service does not tell.</summary>
    public KassenzeichenBalance? Balance { get; init; }

    /// <summary>The order as the service repeats it; null where it does not.</summary>
    public EchoedRequest? Echo { get; init; }
}
