namespace BaseComponents.Payments;

/// <summary>Everything stored under one reference.</summary>
/// <param name="Attempts">The attempts, the first one first.</param>
/// <param name="Audit">What people did with them.</param>
public sealed record PaymentCase(IReadOnlyList<PaymentRecord> Attempts, IReadOnlyList<PaymentAuditEntry> Audit);
