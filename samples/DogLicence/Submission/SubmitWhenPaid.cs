using BaseComponents.Payments;
using DogLicence.Cases;

namespace DogLicence.Submission;

/// <summary>
/// Marks a case as due when its payment is paid. The mark shares the transaction of the payment event, so it is set exactly once; the mail itself
/// is sent by the worker.
/// </summary>
public sealed partial class SubmitWhenPaid(CaseDb db, CaseStore store, ILogger<SubmitWhenPaid> log) : IPaymentEventHandler
{
    public async Task HandleAsync(PaymentEvent paymentEvent, CancellationToken cancellationToken = default)
    {
        if (await store.FindByNumberAsync(paymentEvent.Reference, cancellationToken) is not { } open)
            LogUnknown(paymentEvent.Reference);
        else if (paymentEvent.State is PaymentState.Paid && open.Row.Stage is CaseStage.Draft or CaseStage.Paying)
            await store.SaveAsync(open, open.Content, row => row.Stage = CaseStage.Due, cancellationToken);
        else if (paymentEvent.State is PaymentState.PaidLate or PaymentState.Mismatch or PaymentState.DoublePayment or PaymentState.ReturnDebited)
            await KeepForClerkAsync(open, paymentEvent.State, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    // Money has come, so the case is needed a whole period more: storing it begins the period anew.
    private async Task KeepForClerkAsync(OpenCase open, PaymentState state, CancellationToken cancellationToken)
    {
        LogForClerk(open.Row.Number, state);
        await store.SaveAsync(open, open.Content, cancellationToken: cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Payment {Reference} belongs to no case; it was purged or is not ours.")]
    private partial void LogUnknown(string reference);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Payment {Reference} is {State}: nothing is submitted, a clerk has to decide.")]
    private partial void LogForClerk(string reference, PaymentState state);
}
