using BaseComponents.Payments.Epaybl;
using BaseComponents.Payments.Internal;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>ePayBL's REST connector behind the coordinator. It has no look-up by transaction number: a number that exists stays just that.</summary>
internal sealed class EpayblRestService(IEpayblClient client, Func<EpayblOptions> settings, TimeProvider clock) : IPaymentService
{
    public async Task<CreateOutcome> CreateAsync(PaymentOrder order, string requestId, CancellationToken cancellationToken)
    {
        var list = EpayblOrders.ToBookingList(order, requestId, settings(), clock.GetUtcNow());
        try
        {
            return await client.BookAsync(list, cancellationToken).ConfigureAwait(false) switch
            {
                EpayblBookingOutcome.Created created => new CreateOutcome.Created(Opened(created, requestId)),
                EpayblBookingOutcome.PayPageOpen { PayPage: { } page } when list.Kassenzeichen is { } own =>
                    await ResumeAsync(own, page, list, cancellationToken).ConfigureAwait(false),
                _ => new CreateOutcome.Exists(),
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
        // Without a Kassenzeichen nobody was ever sent to a pay page: see Opened.
        if ((record.TransactionId ?? record.TransactionReference) is not { } kassenzeichen)
            return null;
        var info = await client.GetKassenzeichenAsync(kassenzeichen, cancellationToken).ConfigureAwait(false)
            ?? throw EpayblFaults.Vanished(record.RequestId);
        var seen = EpayblObservations.Of(info, record.Amount, settings());
        return WasTakenBack(record, seen) ? seen with { Status = WireStatus.Reversed, Balance = KassenzeichenBalance.Reversed } : seen;
    }

    // The connector tells no return debits; a claim that was paid and is open again has had one.
    private static bool WasTakenBack(PaymentRecord record, Observation seen) =>
        Transition.HasMoney(record.State) && seen.Status == WireStatus.Initial && seen.Balance is KassenzeichenBalance.Open;

    // A payment that could never be asked for is not offered.
    private static Observation Opened(EpayblBookingOutcome.Created created, string requestId) => created.Kassenzeichen is { } kassenzeichen && created.PayPage is { } page
        ? EpayblObservations.Opened(kassenzeichen, page, created.Amount)
        : throw EpayblFaults.Unreadable("it names no pay page, or none that tells the Kassenzeichen", requestId);

    private async Task<CreateOutcome> ResumeAsync(string kassenzeichen, Uri page, EpayblBookingList list, CancellationToken cancellationToken)
    {
        if (await client.GetKassenzeichenAsync(kassenzeichen, cancellationToken).ConfigureAwait(false) is not { } info)
            return new CreateOutcome.Exists();
        var seen = EpayblObservations.Of(info, list.Total, settings());
        // The saldo is all there is to compare: an open claim of another amount is not ours to pay.
        var claimed = seen is { Echo: null, Balance: KassenzeichenBalance.Open } && info.Saldo > 0 ? new EchoedRequest { Currency = "EUR", GrosAmount = info.Saldo } : seen.Echo;
        return new CreateOutcome.Created(seen with { PayPage = page, Echo = claimed });
    }
}
