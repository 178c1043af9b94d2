namespace BaseComponents.Payments;

/// <summary>Finishes what the browser did not. It runs by itself in a host; call it yourself where there is none (a scheduled job, a test).</summary>
public interface IPaymentReconciler
{
    /// <summary>Looks once at every payment that is due and delivers every event that waits.</summary>
    /// <returns>What was done.</returns>
    Task<PaymentReconciliation> RunOnceAsync(CancellationToken cancellationToken = default);
}

/// <summary>What one run of the reconciler did.</summary>
/// <param name="Checked">Payments looked at.</param>
/// <param name="Delivered">Events delivered.</param>
public sealed record PaymentReconciliation(int Checked, int Delivered);
