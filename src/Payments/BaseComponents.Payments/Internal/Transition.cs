using BaseComponents.Payments.Wire;

namespace BaseComponents.Payments.Internal;

/// <summary>The state machine: what a stored attempt becomes by what the service says. Pure, and states only move forward.</summary>
internal static class Transition
{
    /// <summary>The attempt after an answer. The same record when the answer says nothing new.</summary>
    public static PaymentRecord Seen(PaymentRecord record, Observation seen)
    {
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

    /// <summary>The attempt after its time ran out and a last look found it unpaid.</summary>
    public static PaymentRecord Expired(PaymentRecord record) =>
        IsUnfinished(record.State) ? record with { State = PaymentState.Expired, PayPage = null } : record;

    public static bool IsUnfinished(PaymentState state) => state is PaymentState.Creating or PaymentState.OutcomeUnknown or PaymentState.Open;

    /// <summary>Unpaid, yet a payment may still arrive late.</summary>
    public static bool IsGivenUp(PaymentState state) => state is PaymentState.Failed or PaymentState.Canceled or PaymentState.Expired;

    public static bool IsFinal(PaymentState state) => state is PaymentState.Paid or PaymentState.PaidLate or PaymentState.Mismatch;

    /// <summary>States the application hears of.</summary>
    public static bool IsReported(PaymentState state) => IsFinal(state) || IsGivenUp(state);

    private static PaymentState Next(PaymentState state, WireStatus status)
    {
        if (status == WireStatus.Paid)
            return IsUnfinished(state) ? PaymentState.Paid : PaymentState.PaidLate;
        if (!IsUnfinished(state))
            return state;
        if (status == WireStatus.Failed)
            return PaymentState.Failed;
        return status == WireStatus.Canceled ? PaymentState.Canceled : PaymentState.Open;
    }

    private static bool Contradicts(PaymentRecord record, Observation seen) =>
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
