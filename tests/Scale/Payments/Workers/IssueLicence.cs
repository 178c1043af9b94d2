using BaseComponents.Payments;

namespace BaseComponents.Tests.Scale.Payments.Workers;

/// <summary>Writes one row per event, in the store's transaction.</summary>
internal sealed class IssueLicence(CaseDb db) : IPaymentEventHandler
{
    public async Task HandleAsync(PaymentEvent paymentEvent, CancellationToken cancellationToken = default)
    {
        db.Add(new Fulfilment { EventId = paymentEvent.Id, Reference = paymentEvent.Reference, State = paymentEvent.State.ToString() });
        await db.SaveChangesAsync(cancellationToken);
    }
}
