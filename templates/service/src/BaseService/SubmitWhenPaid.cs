using BaseComponents.Payments;

namespace BaseService;

#if (Mail)
/// <summary>Submits a paid application in the transaction of the payment's event: "paid" and "mail stored" commit together, once, whatever happens between.</summary>
public sealed class SubmitWhenPaid(ServiceDb db, OfficeMail office) : IPaymentEventHandler
#else
/// <summary>Makes a paid application due, in the transaction of the payment's event: once, whatever happens between.</summary>
public sealed class SubmitWhenPaid(ServiceDb db) : IPaymentEventHandler
#endif
{
    public async Task HandleAsync(PaymentEvent paymentEvent, CancellationToken cancellationToken = default)
    {
        if (paymentEvent.State is not PaymentState.Paid || await db.Applications.FindAsync([paymentEvent.Reference], cancellationToken) is not { } row)
            return;
#if (Mail)
        await office.SubmitAsync(row, cancellationToken);
#else
        row.Stage = ApplicationStage.Due;
#endif
        await db.SaveChangesAsync(cancellationToken);
    }
}
