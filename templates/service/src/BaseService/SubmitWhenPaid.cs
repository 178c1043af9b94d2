using BaseComponents.Payments;

namespace BaseService;

/// <summary>Makes a paid application due, in the transaction of the payment's event: once, whatever happens between.</summary>
public sealed class SubmitWhenPaid(ServiceDb db) : IPaymentEventHandler
{
    public async Task HandleAsync(PaymentEvent paymentEvent, CancellationToken cancellationToken = default)
    {
        if (paymentEvent.State is not PaymentState.Paid || await db.Applications.FindAsync([paymentEvent.Reference], cancellationToken) is not { } row)
            return;
        row.Stage = ApplicationStage.Due;
        await db.SaveChangesAsync(cancellationToken);
    }
}
