using BaseComponents.Payments.Testing.Internal;

namespace BaseComponents.Payments.Testing;

/// <summary>Says whether a store keeps the promises of <see cref="IPaymentStore"/>. Run every check of it in your tests.</summary>
public static class PaymentStoreConformance
{
    /// <summary>All checks. Each uses a tenant name of its own, so that they can share a database.</summary>
    public static IReadOnlyList<PaymentStoreCheck> Checks { get; } = [.. AttemptChecks.All, .. ChangeChecks.All, .. ClaimChecks.All, .. EventChecks.All, .. OperationChecks.All];
}
