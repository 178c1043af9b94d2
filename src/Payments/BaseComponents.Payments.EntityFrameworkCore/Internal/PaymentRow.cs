namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>One attempt as a row. Times are UTC, amounts whole cents: every relational database compares them alike.</summary>
internal sealed class PaymentRow
{
    public string Tenant { get; set; } = "";

    public string Reference { get; set; } = "";

    public int Attempt { get; set; }

    public string RequestId { get; set; } = "";

    public string Fingerprint { get; set; } = "";

    public long AmountCents { get; set; }

    public string State { get; set; } = "";

    public string Route { get; set; } = "";

    public string? TransactionId { get; set; }

    public string? TransactionReference { get; set; }

    public string? PayPage { get; set; }

    public string? Method { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? OpenedAt { get; set; }

    public DateTime? PaidAt { get; set; }

    public DateTime UpdatedAt { get; set; }

    public DateTime? NextCheckAt { get; set; }

    public int Checks { get; set; }

    public long Version { get; set; }

    /// <summary>1 while the attempt may still be paid, otherwise nothing: the unique index lets a reference have one.</summary>
    public int? OpenSlot { get; set; }

    /// <summary>1 while the attempt has brought money, otherwise nothing: the unique index lets a reference have one.</summary>
    public int? PaidSlot { get; set; }
}
