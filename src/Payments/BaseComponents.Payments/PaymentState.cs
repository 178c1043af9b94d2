namespace BaseComponents.Payments;

/// <summary>Where a payment stands. States only move forward; the diagram stands in <c>docs/payments.md</c>.</summary>
/// <remarks>German: Zahlungsstatus.</remarks>
public enum PaymentState
{
    /// <summary>The intent is stored; the service has not confirmed the payment yet. Start it again with the same reference.</summary>
    Creating,

    /// <summary>
    /// The service says that the payment exists but does not hand it out. Nothing new is started until the service's own time-out has passed; the
    /// reconciler keeps looking, and an operator can ask the service.
    /// </summary>
    OutcomeUnknown,

    /// <summary>The service waits for the payer on its pay page (INITIAL).</summary>
    Open,

    /// <summary>Paid online, with amount, currency and key compared (PAYED). A return debit later is not seen here.</summary>
    Paid,

    /// <summary>The payment failed or timed out at the service (FAILED). The next start is a new attempt.</summary>
    Failed,

    /// <summary>The payer aborted (CANCELED). The next start is a new attempt.</summary>
    Canceled,

    /// <summary>Nobody paid in time, and a last look confirmed it. The next start is a new attempt.</summary>
    Expired,

    /// <summary>
    /// The service never handed the pay page out, so nobody could pay there from here, and the service's own time-out has passed. The next start is
    /// a new attempt.
    /// </summary>
    Abandoned,

    /// <summary>The service refused the order; no payment came to be. A corrected order may be started under the same reference.</summary>
    Rejected,

    /// <summary>Paid after it had failed, been aborted or expired here. A clerk decides: fulfil or refund.</summary>
    PaidLate,

    /// <summary>The service reports another amount, currency or key than was ordered. Nothing is fulfilled; a clerk decides.</summary>
    Mismatch,

    /// <summary>Paid although another attempt under the same reference is paid. Nothing is fulfilled again; a clerk refunds.</summary>
    /// <remarks>German: Doppelzahlung.</remarks>
    DoublePayment,

    /// <summary>The payer's bank has taken the money back after it was paid. A clerk decides; the next start is a new attempt.</summary>
    /// <remarks>German: Rücklastschrift.</remarks>
    ReturnDebited,

    /// <summary>The payer was told how to transfer the money; it has not been seen on the account yet.</summary>
    /// <remarks>German: Vorkasse.</remarks>
    AwaitingTransfer,

    /// <summary>A clerk has recorded that the money was given back.</summary>
    /// <remarks>German: Erstattung.</remarks>
    Refunded,
}
