namespace BaseComponents.Payments.Wire;

/// <summary>One payment service as the coordinator needs it, whatever protocol it speaks. Faults are <see cref="PaymentException"/>.</summary>
internal interface IPaymentService
{
    /// <summary>Brings an order to the service. The same key again can never be a second payment.</summary>
    Task<CreateOutcome> CreateAsync(PaymentOrder order, string requestId, CancellationToken cancellationToken);

    /// <summary>The attempt by the keys that are stored of it; null when the service knows none.</summary>
    Task<Observation?> FindAsync(PaymentRecord record, CancellationToken cancellationToken);

    /// <summary>Whether the service can be used now. Never a fault: not to be reached is an answer too.</summary>
    Task<PaymentServiceStatus> StatusAsync(CancellationToken cancellationToken);
}
