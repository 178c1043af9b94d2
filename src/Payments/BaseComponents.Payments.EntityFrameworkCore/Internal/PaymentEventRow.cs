namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>One event that waits, or was delivered.</summary>
internal sealed class PaymentEventRow
{
    public string Id { get; set; } = "";

    /// <summary>The key of the attempt; the reference may be erased.</summary>
    public string RequestId { get; set; } = "";

    public string Tenant { get; set; } = "";

    public string Reference { get; set; } = "";

    public int Attempt { get; set; }

    public string State { get; set; } = "";

    public long AmountCents { get; set; }

    public string? TransactionReference { get; set; }

    public string? Method { get; set; }

    public DateTime OccurredAt { get; set; }

    /// <summary>Not handed out before; moved ahead while a delivery runs.</summary>
    public DateTime NotBefore { get; set; }

    public DateTime? DeliveredAt { get; set; }

    public long Version { get; set; }
}
