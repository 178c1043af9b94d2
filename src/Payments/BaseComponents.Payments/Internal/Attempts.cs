namespace BaseComponents.Payments.Internal;

/// <summary>Which of several attempts speaks for the payment.</summary>
internal static class Attempts
{
    /// <summary>The attempt that brought money, or else the newest; null when there is none.</summary>
    public static PaymentRecord? Deciding(IReadOnlyList<PaymentRecord> attempts) =>
        attempts.FirstOrDefault(static attempt => attempt.State is PaymentState.Paid)
        ?? attempts.FirstOrDefault(static attempt => attempt.State is PaymentState.PaidLate or PaymentState.Mismatch)
        ?? (attempts is [.., var newest] ? newest : null);

    public static Payment ToPayment(this PaymentRecord record) => new()
    {
        Reference = record.Reference,
        State = record.State,
        Amount = record.Amount,
        Route = record.Route,
        PayPage = record.PayPage,
        TransactionReference = record.TransactionReference,
        TransactionId = record.TransactionId,
        Method = record.Method,
        Attempt = record.Attempt,
        UpdatedAt = record.UpdatedAt,
    };
}
