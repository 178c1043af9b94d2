namespace BaseComponents.Payments;

/// <summary>Starts payments and asks for their state. Safe to share and to call from many places at once.</summary>
public interface IPaymentClient
{
    /// <summary>
    /// Starts the payment, or finds the one that exists under the same reference: after a retry, a crash, or on another machine. After a failed,
    /// aborted or expired attempt it starts the next one.
    /// </summary>
    /// <returns>The payment. Look at <see cref="Payment.State"/>; while it is open, send the browser to <see cref="Payment.PayPage"/>.</returns>
    /// <exception cref="PaymentException">
    /// The order is invalid (<see cref="PaymentException.Findings"/>), its reference belongs to a different order, or the service refuses or cannot be
    /// reached. The intent stays stored: start again with the same order.
    /// </exception>
    Task<Payment> StartAsync(PaymentOrder order, CancellationToken cancellationToken = default);

    /// <summary>
    /// Starts a payment by transfer in advance, or finds the one that exists under the same reference. Nothing is called: the payer transfers
    /// <see cref="Payment.Amount"/> with <see cref="Payment.TransactionReference"/> to the account of the Mandant, and the treasury finds it on the account.
    /// </summary>
    /// <returns>The payment. Where an attempt over the pay page may still be paid, it is that one: look at <see cref="Payment.State"/>.</returns>
    /// <exception cref="PaymentException">As with <see cref="StartAsync"/>.</exception>
    Task<Payment> StartTransferAsync(PaymentOrder order, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives up a transfer that is awaited, because the payer wants to pay another way: the next start begins a new attempt. Money that comes all the
    /// same is for a clerk.
    /// </summary>
    /// <returns>The payment; null when none was started under that reference.</returns>
    Task<Payment?> CancelTransferAsync(string reference, CancellationToken cancellationToken = default);

    /// <summary>The payment as stored, without a call; null when none was started under that reference.</summary>
    Task<Payment?> FindAsync(string reference, CancellationToken cancellationToken = default);

    /// <summary>Asks the service for the state and returns what it says; null when none was started under that reference.</summary>
    /// <exception cref="PaymentException">The service cannot be reached or answers wrongly; the stored state is unchanged.</exception>
    Task<Payment?> RefreshAsync(string reference, CancellationToken cancellationToken = default);

    /// <summary>
    /// Says that something may have happened to a payment, named by its Kassenzeichen: the reconciler looks soon. However many hints come, they are one
    /// look per payment and <see cref="PaymentReconcilerOptions.HintInterval"/>, and nothing is believed of them.
    /// </summary>
    /// <param name="transactionReference">The Kassenzeichen.</param>
    /// <param name="cancellationToken">Stops before the hint is stored.</param>
    /// <returns>Whether a payment has it. When none has, nothing is called.</returns>
    Task<bool> HintAsync(string transactionReference, CancellationToken cancellationToken = default);

    /// <summary>Whether the service can be used now, by its own word. For health checks and for the page before the payment.</summary>
    /// <exception cref="PaymentException">The client certificate or the credentials cannot be used.</exception>
    Task<PaymentServiceStatus> GetServiceStatusAsync(CancellationToken cancellationToken = default);
}
