using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>What the books say of a Kassenzeichen, in the terms of the coordinator.</summary>
internal static class EpayblObservations
{
    /// <summary>A claim that was made a moment ago.</summary>
    public static Observation Opened(string kassenzeichen, Uri? payPage, decimal? amount) => new()
    {
        Status = WireStatus.Initial,
        TransactionId = kassenzeichen,
        TransactionReference = kassenzeichen,
        PayPage = payPage,
        Balance = KassenzeichenBalance.Open,
        Echo = Echo(amount),
    };

    public static Observation Of(KassenzeichenInfo info, Euro ordered, EpayblOptions settings)
    {
        var balance = SaldoClassifier.Classify(info, ordered);
        var isFinished = info.PayPageStatus == EpayblPayPageStatus.Finished;
        var isPaidOnline = balance is KassenzeichenBalance.Open && isFinished && info.Method is not null && settings.FinishedPageIsPaid;
        return new Observation
        {
            Status = isPaidOnline ? WireStatus.Paid : StatusOf(balance, isFinished),
            TransactionId = info.Kassenzeichen,
            TransactionReference = info.Kassenzeichen,
            Method = info.Method is { } method ? MethodOf(method) : null,
            Balance = balance,
            Echo = Echo(isPaidOnline ? Claimed(info) : AmountOf(info, balance, isFinished, ordered)),
        };
    }

    // A part that was paid on a page that is finished is a wrong amount; before that the rest may still come.
    private static WireStatus StatusOf(KassenzeichenBalance balance, bool isFinished) => balance switch
    {
        KassenzeichenBalance.Paid or KassenzeichenBalance.Overpaid => WireStatus.Paid,
        KassenzeichenBalance.Partial when isFinished => WireStatus.Paid,
        KassenzeichenBalance.Reversed => WireStatus.Reversed,
        KassenzeichenBalance.Cancelled => WireStatus.Canceled,
        _ => WireStatus.Initial,
    };

    // What came in, to be compared with the order; while nothing came in, what is claimed.
    private static decimal? AmountOf(KassenzeichenInfo info, KassenzeichenBalance balance, bool isFinished, Euro ordered) => balance switch
    {
        KassenzeichenBalance.Paid or KassenzeichenBalance.Overpaid => (Claimed(info) ?? ordered.Amount) - info.Saldo,
        KassenzeichenBalance.Partial when isFinished => (Claimed(info) ?? ordered.Amount) - info.Saldo,
        KassenzeichenBalance.Open => Claimed(info) is > 0 and var claimed ? claimed : null,
        _ => null,
    };

    private static decimal? Claimed(KassenzeichenInfo info) => info.Claims - (info.Cancellations ?? 0);

    private static EchoedRequest? Echo(decimal? amount) => amount is { } known ? new EchoedRequest { Currency = "EUR", GrosAmount = known } : null;

    private static PaymentMethod MethodOf(EpayblPaymentMethod method)
    {
        if (method == EpayblPaymentMethod.CreditCard)
            return PaymentMethod.CreditCard;
        return method == EpayblPaymentMethod.Paydirekt ? PaymentMethod.Paydirekt : new PaymentMethod(method.Value);
    }
}
