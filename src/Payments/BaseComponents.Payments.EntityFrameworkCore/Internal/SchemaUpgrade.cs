using BaseComponents.Shared.Stores;

namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>Applies the scripts that are missing.</summary>
internal static class SchemaUpgrade
{
    // "BCPaymnt" in ASCII.
    private static readonly OwnSchema _schema = new(
        "PaymentSchema", 4774748409522122356, "payments", "modelBuilder.AddPayments()", message => new PaymentException(PaymentErrors.DatabaseUnusable, message));

    public static Task RunAsync(PaymentsDbContext context, CancellationToken cancellationToken) => _schema.UpgradeAsync(context, cancellationToken);
}
