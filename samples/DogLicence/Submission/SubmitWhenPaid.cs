using BaseComponents.Payments;
using DogLicence.Cases;

namespace DogLicence.Submission;

/// <summary>
/// Stores the mail to the office when a case is paid. Case, mail and payment event share one transaction, so all three commit or none; the outbox
/// sends the mail.
/// </summary>
public sealed partial class SubmitWhenPaid(CaseDb db, CaseStore store, HandOver handOver, ILogger<SubmitWhenPaid> log) : IPaymentEventHandler
{
    public async Task HandleAsync(PaymentEvent paymentEvent, CancellationToken cancellationToken = default)
    {
        if (await store.FindByNumberAsync(paymentEvent.Reference, cancellationToken) is not { } open)
            LogUnknown(paymentEvent.Reference);
        else if (paymentEvent.State is PaymentState.Paid && open.Row.Stage is CaseStage.Draft or CaseStage.Paying)
            await handOver.StoreAsync(open, cancellationToken);
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
