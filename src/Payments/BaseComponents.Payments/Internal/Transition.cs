using BaseComponents.Payments.Wire;

namespace BaseComponents.Payments.Internal;

/// <summary>The state machine: what a stored attempt becomes by what the service says. Pure, and states only move forward.</summary>
internal static class Transition
{
    /// <summary>The attempt after an answer. The same record when the answer says nothing new.</summary>
    public static PaymentRecord Seen(PaymentRecord record, Observation seen)
    {
        if (HasMoney(record.State) && seen.Status == WireStatus.Reversed)
            return record with { State = PaymentState.ReturnDebited };
        if (IsFinal(record.State))
            return record;
        if (Contradicts(record, seen))
            return Contradicted(record, seen);
        var next = Next(record.State, seen.Status);
        return record with
        {
            State = next,
            TransactionId = seen.TransactionId ?? record.TransactionId,
            TransactionReference = seen.TransactionReference ?? record.TransactionReference,
            Method = seen.Method ?? record.Method,
            PayPage = next is PaymentState.Open ? seen.PayPage ?? record.PayPage : null,
        };
    }

    /// <summary>The attempt after the service said that it exists and did not hand it out.</summary>
    public static PaymentRecord Unknown(PaymentRecord record) =>
        record.State is PaymentState.Creating ? record with { State = PaymentState.OutcomeUnknown } : record;

    /// <summary>The attempt after the service refused the order.</summary>
    public static PaymentRecord Rejected(PaymentRecord record) =>
        record.State is PaymentState.Creating ? record with { State = PaymentState.Rejected } : record;

    /// <summary>The attempt after its time ran out and a last look found it unpaid. Of an open one the payer knew the pay page; of the others nobody here did.</summary>
    public static PaymentRecord TimedOut(PaymentRecord record) => record.State switch
    {
        PaymentState.Open or PaymentState.AwaitingTransfer => record with { State = PaymentState.Expired, PayPage = null },
        PaymentState.Creating or PaymentState.OutcomeUnknown => record with { State = PaymentState.Abandoned },
        _ => record,
    };

    /// <summary>The attempt after the payer chose another way.</summary>
    public static PaymentRecord TransferCanceled(PaymentRecord record) =>
        record.State is PaymentState.AwaitingTransfer ? record with { State = PaymentState.Canceled } : record;

    /// <summary>What became of a payment that another attempt was faster with.</summary>
    public static PaymentRecord Double(PaymentRecord record) => record with { State = PaymentState.DoublePayment };

    /// <summary>At most one attempt of a reference is in one of these states; the store sees to it.</summary>
    public static bool IsUnfinished(PaymentState state) => state is PaymentState.Creating or PaymentState.OutcomeUnknown or PaymentState.Open or PaymentState.AwaitingTransfer;

    /// <summary>At most one attempt of a reference is in one of these states; the store sees to it.</summary>
    public static bool HasMoney(PaymentState state) => state is PaymentState.Paid or PaymentState.PaidLate;

    /// <summary>Unpaid, yet a payment may still arrive late.</summary>
    public static bool IsGivenUp(PaymentState state) => state is PaymentState.Failed or PaymentState.Canceled or PaymentState.Expired or PaymentState.Abandoned;

    /// <summary>What the service says of the attempt changes nothing any more, a return debit excepted.</summary>
    public static bool IsFinal(PaymentState state) => !IsUnfinished(state) && !IsGivenUp(state) && state is not PaymentState.Rejected;

    /// <summary>States the application hears of.</summary>
    public static bool IsReported(PaymentState state) => IsFinal(state) || IsGivenUp(state);

    private static PaymentState Next(PaymentState state, WireStatus status)
    {
        if (status == WireStatus.Paid)
            return IsUnfinished(state) ? PaymentState.Paid : PaymentState.PaidLate;
        if (!IsUnfinished(state))
            return state;
        // Taken back before it was ever seen here: the payer has not paid, and nothing was fulfilled.
        if (status == WireStatus.Failed || status == WireStatus.Reversed)
            return PaymentState.Failed;
        return status == WireStatus.Canceled ? PaymentState.Canceled : PaymentState.Open;
    }

    /// <summary>Whether the service says something else than was ordered.</summary>
    public static bool Contradicts(PaymentRecord record, Observation seen) =>
        (record.TransactionId is { } known && seen.TransactionId is { } named && known != named)
        || (seen.Echo is { } echo && (Differs(echo.GrosAmount, record.Amount.Amount) || Differs(echo.Currency, "EUR") || Differs(echo.RequestId, record.RequestId)));

    // What is not repeated contradicts nothing; whether it may be left out is decided where the answer is read.
    private static bool Differs<T>(T? repeated, T ordered)
        where T : IEquatable<T> => repeated is not null && !repeated.Equals(ordered);

    private static bool Differs(decimal? repeated, decimal ordered) => repeated is { } amount && amount != ordered;

    // Something wrong with what is unpaid and given up already is no news for a clerk; money that came is.
    private static PaymentRecord Contradicted(PaymentRecord record, Observation seen) =>
        IsUnfinished(record.State) || seen.Status == WireStatus.Paid
            ? record with { State = PaymentState.Mismatch, TransactionId = record.TransactionId ?? seen.TransactionId, PayPage = null }
            : record;
}
