using BaseComponents.Payments;
using HealthCertificate.Appointments;
using HealthCertificate.Cases;
using HealthCertificate.Mails;
using Microsoft.EntityFrameworkCore;

namespace HealthCertificate.Paying;

/// <summary>
/// What becomes of the seat when a payment ends, in the transaction of its event. Paid: it is booked, and the office gets its entry. Come to nothing: it is held
/// once more as long as a new one, so that the citizen can try again, and then free for others.
/// </summary>
public sealed partial class SeatAfterPayment(CaseDb db, CaseStore cases, Seats seats, OfficeEntry office, IPaymentClient payments, ILogger<SeatAfterPayment> log) : IPaymentEventHandler
{
    public async Task HandleAsync(PaymentEvent paymentEvent, CancellationToken cancellationToken = default)
    {
        if (await db.Cases.SingleOrDefaultAsync(c => c.Number == paymentEvent.Reference, cancellationToken) is not { } row)
            LogUnknown(paymentEvent.Reference);
        else if (paymentEvent.State is PaymentState.Paid && row.Stage is CaseStage.Begun or CaseStage.Instructed or CaseStage.Paying)
            await BookAsync(row, cancellationToken);
        else if (paymentEvent.State is PaymentState.Failed or PaymentState.Canceled or PaymentState.Expired or PaymentState.Abandoned)
            await HoldAgainAsync(row, cancellationToken);
        else
            LogForClerk(row.Number, paymentEvent.State);
    }

    // Paid is paid: if the seat should be gone all the same, the citizen chooses another one and pays nothing more.
    private async Task BookAsync(CaseRow row, CancellationToken cancellationToken)
    {
        row.Stage = CaseStage.Paid;
        if (await seats.TryBookAsync(row.Id, cancellationToken))
            await office.StoreAsync(row, cancellationToken);
        await cases.SaveAsync(row, cases.Open(row), cancellationToken);
    }

    private async Task HoldAgainAsync(CaseRow row, CancellationToken cancellationToken)
    {
        // The citizen may have begun the next attempt by now, and that one keeps the seat.
        if (row.Stage is not CaseStage.Paying || !FeePayment.IsOver(await payments.FindAsync(row.Number, cancellationToken)))
            return;
        row.Stage = CaseStage.Instructed;
        await seats.HoldAgainAsync(row.Id, cancellationToken);
        await cases.SaveAsync(row, cases.Open(row), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Payment {Reference} belongs to no case; it was purged or is not ours.")]
    private partial void LogUnknown(string reference);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Payment {Reference} is {State}: a clerk has to decide.")]
    private partial void LogForClerk(string reference, PaymentState state);
}
