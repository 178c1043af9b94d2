namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>One line of the audit. The key is tenant and number, so that of two written at once one is refused.</summary>
internal sealed class PaymentAuditRow
{
    public string Tenant { get; set; } = "";

    public long Number { get; set; }

    public DateTime At { get; set; }

    public string Action { get; set; } = "";

    public string RequestId { get; set; } = "";

    public string Change { get; set; } = "";

    public string Evidence { get; set; } = "";

    public string DecidedBy { get; set; } = "";

    public string? ConfirmedBy { get; set; }

    public string Reason { get; set; } = "";

    public string PreviousHash { get; set; } = "";

    public string Hash { get; set; } = "";
}
