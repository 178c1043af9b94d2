namespace BaseComponents.Payments.Testing;

/// <summary>A store breaks a promise of <see cref="IPaymentStore"/>.</summary>
public sealed class PaymentStoreConformanceException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="check">The promise that is broken.</param>
    /// <param name="finding">What was seen.</param>
    public PaymentStoreConformanceException(string check, string finding)
        : base($"The store breaks the promise '{check}': {finding}")
    {
    }
}
