using BaseComponents.Payments.Wire;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Payments.Internal;

/// <summary>Asks the service for an attempt and stores what it says. Expiry is declared here only: after a look that found it unpaid.</summary>
internal sealed partial class PaymentLookup(PaymentLedger ledger, XBezahldienst service, ILogger logger)
{
    public async Task<PaymentRecord> LookAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        var observed = await ObserveAsync(record, cancellationToken).ConfigureAwait(false);
        return await ledger.ChangeAsync(record, observed, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks, and sets when to look next; when the service cannot be asked, the attempt waits for its next turn as well.</summary>
    public async Task<PaymentRecord> LookInTurnAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        Func<PaymentRecord, PaymentRecord> next;
        try
        {
            var observed = await ObserveAsync(record, cancellationToken).ConfigureAwait(false);
            next = current => Scheduled(observed(current), isAnswered: true);
        }
        catch (PaymentException exception)
        {
            NotAsked(logger, record.RequestId, exception.Code);
            next = current => Scheduled(current, isAnswered: false);
        }

        return await ledger.ChangeAsync(record, next, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Func<PaymentRecord, PaymentRecord>> ObserveAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        if (Transition.IsFinal(record.State) || record.State is PaymentState.Rejected)
            return static current => current;
        var seen = await service.FindAsync(record.TransactionId, record.RequestId, cancellationToken).ConfigureAwait(false);
        if (seen is { Status.IsKnown: false })
            UnknownStatus(logger, record.RequestId, seen.Status.Value);
        return seen switch
        {
            null => Expired,
            { Status.IsKnown: true } => current => Expired(Transition.Seen(current, seen)),
            // A status that is not known does not say that nobody has paid.
            _ => current => Transition.Seen(current, seen),
        };
    }

    private PaymentRecord Expired(PaymentRecord record) =>
        ledger.Now >= CheckSchedule.ExpiryOf(record, ledger.Options) ? Transition.Expired(record) : record;

    private PaymentRecord Scheduled(PaymentRecord record, bool isAnswered)
    {
        var counted = record with { Checks = record.Checks + 1 };
        return counted with
        {
            NextCheckAt = isAnswered ? CheckSchedule.Next(counted, ledger.Options, ledger.Now) : CheckSchedule.Again(counted, ledger.Options, ledger.Now),
        };
    }

    [LoggerMessage(2003, LogLevel.Warning, "Payment {RequestId} has a status that is not known here: {Status}. It is treated as open.")]
    private static partial void UnknownStatus(ILogger logger, string requestId, string status);

    [LoggerMessage(2007, LogLevel.Warning, "The service could not be asked for payment {RequestId}: {Code}. It is asked again later.")]
    private static partial void NotAsked(ILogger logger, string requestId, string code);
}
