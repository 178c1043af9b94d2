namespace BaseComponents.Payments.Epaybl;

/// <summary>What sending a booking list can lead to, apart from faults.</summary>
public abstract record EpayblBookingOutcome
{
    private EpayblBookingOutcome()
    {
    }

    /// <summary>The list is booked and can be paid.</summary>
    /// <param name="Kassenzeichen">The Kassenzeichen, where the answer tells it.</param>
    /// <param name="PayPage">Where to send the browser, where the answer or the settings tell it.</param>
    /// <param name="Amount">The amount as the service repeats it, where it does.</param>
    /// <param name="EPaymentId">The operator's reference.</param>
    public sealed record Created(string? Kassenzeichen, Uri? PayPage, decimal? Amount, string? EPaymentId) : EpayblBookingOutcome;

    /// <summary>A list with this transaction number exists (-0531): look it up before anything else.</summary>
    /// <param name="Code">The code as it came.</param>
    /// <param name="EPaymentId">The operator's reference.</param>
    public sealed record TransactionExists(EpayblResultCode Code, string? EPaymentId) : EpayblBookingOutcome;

    /// <summary>The Kassenzeichen exists and its pay page is not finished (-0520): send the browser there, book nothing new.</summary>
    /// <param name="PayPage">Where, if the answer or the settings tell it.</param>
    /// <param name="Code">The code as it came.</param>
    /// <param name="EPaymentId">The operator's reference.</param>
    public sealed record PayPageOpen(Uri? PayPage, EpayblResultCode Code, string? EPaymentId) : EpayblBookingOutcome;
}
