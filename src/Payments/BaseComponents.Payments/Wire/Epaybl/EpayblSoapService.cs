using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>ePayBL over SOAP behind the coordinator. A transaction number that exists is answered by looking it up.</summary>
internal sealed class EpayblSoapService(IEpayblClient client, Func<EpayblOptions> settings, TimeProvider clock) : IPaymentService
{
    public async Task<CreateOutcome> CreateAsync(PaymentOrder order, string requestId, CancellationToken cancellationToken)
    {
        var list = EpayblOrders.ToBookingList(order, requestId, settings(), clock.GetUtcNow());
        try
        {
            return await client.BookAsync(list, cancellationToken).ConfigureAwait(false) switch
            {
                EpayblBookingOutcome.Created { Kassenzeichen: { } kassenzeichen } created =>
                    new CreateOutcome.Created(EpayblObservations.Opened(kassenzeichen, created.PayPage, created.Amount)),
                EpayblBookingOutcome.PayPageOpen when list.Kassenzeichen is { } own => await ResumeAsync(own, list, cancellationToken).ConfigureAwait(false),
                _ => await FindExistingAsync(list, cancellationToken).ConfigureAwait(false),
            };
        }
        catch (PaymentException fault) when (EpayblRefusals.IsRefusal(fault))
        {
            return new CreateOutcome.Refused(fault);
        }
    }

    public Task<PaymentServiceStatus> StatusAsync(CancellationToken cancellationToken) => EpayblServiceStatus.AskAsync(client, cancellationToken);

    public async Task<Observation?> FindAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        var kassenzeichen = record.TransactionId ?? record.TransactionReference
            ?? (await FindAsync(EpayblOrders.TransactionNumber(record.RequestId), cancellationToken).ConfigureAwait(false))?.Kassenzeichen;
        if (kassenzeichen is null)
            return null;
        var info = await client.GetKassenzeichenAsync(kassenzeichen, cancellationToken).ConfigureAwait(false)
            ?? throw EpayblFaults.Vanished(record.RequestId);
        return EpayblObservations.Of(info, record.Amount, settings());
    }

    private async Task<CreateOutcome> FindExistingAsync(EpayblBookingList list, CancellationToken cancellationToken)
    {
        if (await FindAsync(list.TransactionNumber, cancellationToken).ConfigureAwait(false) is not { } found)
            return new CreateOutcome.Exists();
        // What is there under our number must be what was ordered, before anybody pays it.
        if (found.Amount is { } amount && amount != list.Total.Amount)
            return new CreateOutcome.Created(EpayblObservations.Opened(found.Kassenzeichen, payPage: null, amount));
        return await ResumeAsync(found.Kassenzeichen, list, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CreateOutcome> ResumeAsync(string kassenzeichen, EpayblBookingList list, CancellationToken cancellationToken)
    {
        if (await client.GetKassenzeichenAsync(kassenzeichen, cancellationToken).ConfigureAwait(false) is not { } info)
            return new CreateOutcome.Exists();
        var seen = EpayblObservations.Of(info, list.Total, settings());
        return new CreateOutcome.Created(seen with { PayPage = client.PayPageOf(kassenzeichen, list.Customer.Number, list.Addresses) });
    }

    private async Task<EpayblTransaction.Found?> FindAsync(string transactionNumber, CancellationToken cancellationToken) =>
        await client.FindTransactionAsync(transactionNumber, cancellationToken).ConfigureAwait(false) as EpayblTransaction.Found;
}
