using BaseComponents.Shared.Tracing;

namespace BaseComponents.Payments.Internal;

/// <summary>What one registration leaves behind for those who look on: audit events, and which trace caused the work that comes later.</summary>
internal sealed class PaymentTrail(AuditLog audit)
{
    public AuditLog Audit { get; } = audit;

    /// <summary>By the key of an attempt, and by the id of an event.</summary>
    public RememberedCauses Causes { get; } = new();

    public static string EventId(PaymentRecord record) => $"{record.RequestId}-{record.State}";

    public void Begun(PaymentRecord intent)
    {
        Audit.Begun(intent.RequestId, intent.Attempt);
        Causes.Remember(intent.RequestId);
    }

    public void Moved(PaymentRecord before, PaymentRecord next)
    {
        Audit.Moved(next.RequestId, before.State, next.State);
        Causes.Remember(EventId(next));
    }
}
