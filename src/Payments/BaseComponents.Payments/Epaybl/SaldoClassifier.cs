namespace BaseComponents.Payments.Epaybl;

/// <summary>Tells from the sums of a Kassenzeichen whether it is paid.</summary>
public static class SaldoClassifier
{
    /// <summary>Classifies what the service knows.</summary>
    /// <param name="info">What it knows.</param>
    /// <param name="ordered">What was ordered; it counts as the claim where the service does not tell its claims.</param>
    public static KassenzeichenBalance Classify(KassenzeichenInfo info, Euro ordered)
    {
        ArgumentNullException.ThrowIfNull(info);
        return info.Claims is { } claims ? OfSums(info, claims - (info.Cancellations ?? 0)) : OfSaldo(info, ordered.Amount);
    }

    private static KassenzeichenBalance OfSums(KassenzeichenInfo info, decimal owed)
    {
        var wasReceived = info.Receipts is > 0 || info.Debits is > 0;
        // The one that looks paid: nothing is owed because the claim was cancelled, or was never made.
        if (owed == 0 && !(wasReceived && info.Saldo < 0))
            return info.Saldo > 0 ? Unpaid(info, owed) : info.Cancellations is null or 0 ? KassenzeichenBalance.Open : KassenzeichenBalance.Cancelled;
        return info.Saldo > 0 ? Unpaid(info, owed) : info.Saldo < 0 ? KassenzeichenBalance.Overpaid : KassenzeichenBalance.Paid;
    }

    private static KassenzeichenBalance Unpaid(KassenzeichenInfo info, decimal owed)
    {
        if (info.ReturnDebits is not (null or 0))
            return KassenzeichenBalance.Reversed;
        return info.Saldo < owed ? KassenzeichenBalance.Partial : KassenzeichenBalance.Open;
    }

    // Without the sums a cancelled claim and one that was never made have the saldo of a paid one; neither has a way it was paid by.
    private static KassenzeichenBalance OfSaldo(KassenzeichenInfo info, decimal ordered)
    {
        if (info.Saldo > 0)
            return Unpaid(info, ordered);
        if (info.Saldo < 0)
            return KassenzeichenBalance.Overpaid;
        if (info.PayPageStatus != EpayblPayPageStatus.Finished)
            return KassenzeichenBalance.Open;
        return info.Method is null ? KassenzeichenBalance.Cancelled : KassenzeichenBalance.Paid;
    }
}
