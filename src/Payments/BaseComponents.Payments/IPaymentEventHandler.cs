namespace BaseComponents.Payments;

/// <summary>What the application does when a payment has reached a state: issue the licence, tell a clerk.</summary>
/// <remarks>
/// Called until it succeeds. With the Entity Framework store the call and the mark "delivered" share the transaction of the handler's own
/// <c>DbContext</c>, so what the handler writes there happens exactly once. What leaves the database (a mail, a call) can happen again after a
/// crash: put it into an outbox in the same transaction.
/// </remarks>
public interface IPaymentEventHandler
{
    /// <summary>Handles one event. Throw to have it delivered again later.</summary>
    /// <param name="paymentEvent">What happened.</param>
    /// <param name="cancellationToken">Set when the host stops.</param>
    Task HandleAsync(PaymentEvent paymentEvent, CancellationToken cancellationToken = default);
}
