namespace BaseComponents.Payments.Testing.Internal;

/// <summary>The newest attempt of a payment in the <see cref="FakePaymentClient"/>.</summary>
internal sealed class FakePayment(PaymentOrder order, PaymentRoute route, int attempt, DateTimeOffset begun)
{
    public Payment Current { get; private set; } = new()
    {
        Reference = order.Reference,
        Route = route,
        State = route is PaymentRoute.Transfer ? PaymentState.AwaitingTransfer : PaymentState.Open,
        Amount = order.Total,
        Attempt = attempt,
        TransactionReference = route is PaymentRoute.Transfer ? "RF18539007547034" : null,
        PayPage = route is PaymentRoute.Transfer ? null : new Uri($"https://bezahlen.example/{Uri.EscapeDataString(order.Reference)}/{attempt}"),
        TransactionId = $"fake-{attempt}",
        UpdatedAt = begun,
    };

    public PaymentEvent Move(PaymentState state, DateTimeOffset now)
    {
        if (!IsForward(Current.State, state))
            throw new InvalidOperationException($"A payment never moves from {Current.State} to {state}; see docs/payments.md.");
        Current = Current with
        {
            State = state,
            PayPage = null,
            UpdatedAt = now,
            TransactionReference = Current.TransactionReference ?? (IsPaid(state) ? "814200000001" : null),
            Method = IsPaid(state) ? PaymentMethod.Other : null,
        };
        return Event();
    }

    public void ThrowIfDifferent(PaymentOrder other)
    {
        var isSame = order.Purpose == other.Purpose
            && order.Description == other.Description
            && order.Items.Count == other.Items.Count
            && order.Items.Zip(other.Items).All(static pair => IsSame(pair.First, pair.Second));
        if (!isSame && Current.State is not PaymentState.Rejected)
            throw new PaymentException(PaymentErrors.ReferenceReused, "The reference belongs to an earlier order with other lines, amounts or texts.");
    }

    private static bool IsSame(PaymentItem one, PaymentItem other) =>
        one with { BookingData = other.BookingData } == other
        && one.BookingData.Count == other.BookingData.Count
        && !one.BookingData.Except(other.BookingData).Any();

    private static bool IsPaid(PaymentState state) => state is PaymentState.Paid or PaymentState.PaidLate;

    private static bool IsForward(PaymentState from, PaymentState to) => from switch
    {
        PaymentState.Open => to is PaymentState.Paid or PaymentState.Failed or PaymentState.Canceled or PaymentState.Expired or PaymentState.Mismatch or PaymentState.DoublePayment,
        PaymentState.Failed or PaymentState.Canceled or PaymentState.Expired => to is PaymentState.PaidLate or PaymentState.Mismatch or PaymentState.DoublePayment,
        PaymentState.AwaitingTransfer => to is PaymentState.Paid or PaymentState.Canceled or PaymentState.Expired or PaymentState.DoublePayment,
        PaymentState.Paid => to is PaymentState.ReturnDebited or PaymentState.Refunded,
        PaymentState.PaidLate => to is PaymentState.Paid or PaymentState.ReturnDebited or PaymentState.Refunded,
        PaymentState.Mismatch or PaymentState.DoublePayment => to is PaymentState.Paid or PaymentState.Refunded,
        _ => false,
    };

    private PaymentEvent Event() => new()
    {
        Id = $"{Current.Reference}-{Current.Attempt}-{Current.State}",
        Tenant = "",
        Reference = Current.Reference,
        Attempt = Current.Attempt,
        State = Current.State,
        Amount = Current.Amount,
        TransactionReference = Current.TransactionReference,
        Method = Current.Method,
        OccurredAt = Current.UpdatedAt,
    };
}
