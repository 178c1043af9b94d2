using System.Runtime.CompilerServices;
using BaseComponents.Payments.Wire;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Payments.Internal;

/// <summary>Asks the service for an attempt and stores what it says. Expiry is declared here only: after a look that found it unpaid.</summary>
internal sealed partial class PaymentLookup(PaymentLedger ledger, IPaymentService service, ILogger logger)
{
    /// <summary>Looks, and stores what was seen. Await it once.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<PaymentRecord> LookAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        var observed = await ObserveAsync(record, cancellationToken).ConfigureAwait(false);
        return await ledger.ChangeAsync(record, observed, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks, and sets when to look next; when the service cannot be asked, the attempt waits for its next turn as well.</summary>
    public async Task LookInTurnAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        var next = await NextAsync(record, cancellationToken).ConfigureAwait(false);
        try
        {
            await ledger.ChangeAsync(record, next, cancellationToken).ConfigureAwait(false);
        }
        catch (PaymentException exception)
        {
            // The others in this turn, and the events, are not held up by it: the lease ends, and then it is looked at again.
            NotStored(logger, record.RequestId, exception.Code);
        }
    }

    private async Task<Func<PaymentRecord, PaymentRecord>> NextAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        try
        {
            var observed = await ObserveAsync(record, cancellationToken).ConfigureAwait(false);
            return current => Scheduled(observed(current), isAnswered: true, hasNews: current.Version != record.Version);
        }
        catch (PaymentException exception)
        {
            NotAsked(logger, record.RequestId, exception.Code);
            return current => Scheduled(current, isAnswered: false, hasNews: current.Version != record.Version);
        }
    }

    /// <summary>What the service says of an attempt; null when it knows none. Nothing is stored.</summary>
    public Task<Observation?> AskAsync(PaymentRecord record, CancellationToken cancellationToken) =>
        service.FindAsync(record, cancellationToken);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Func<PaymentRecord, PaymentRecord>> ObserveAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        if (record.State is PaymentState.Rejected || (Transition.IsFinal(record.State) && !IsWatched(record)))
            return static current => current;
        if (record.Route is PaymentRoute.Transfer)
            return TimedOut;
        var seen = await AskAsync(record, cancellationToken).ConfigureAwait(false);
        Looked(logger, record.RequestId);
        if (seen is { Status.IsKnown: false })
            UnknownStatus(logger, record.RequestId, seen.Status.Value);
        return seen switch
        {
            null => TimedOut,
            { Status.IsKnown: true } => current => TimedOut(Transition.Seen(current, seen)),
            // A status that is not known does not say that nobody has paid.
            _ => current => Transition.Seen(current, seen),
        };
    }

    // A pay page that is handed out only now has its full time from now on.
    private PaymentRecord TimedOut(PaymentRecord record)
    {
        var isNew = record is { State: PaymentState.Open, OpenedAt: null };
        return !isNew && ledger.Now >= CheckSchedule.ExpiryOf(record, ledger.Options) ? Transition.TimedOut(record) : record;
    }

    // Whoever asks for a paid payment gets what is stored; only the reconciler looks on, for a return debit.
    private static bool IsWatched(PaymentRecord record) => record is { HasMoney: true, NextCheckAt: not null };

    private PaymentRecord Scheduled(PaymentRecord record, bool isAnswered, bool hasNews)
    {
        var counted = record with { Checks = record.Checks + 1 };
        var next = isAnswered ? CheckSchedule.Next(counted, ledger.Options, ledger.Now) : CheckSchedule.Again(counted, ledger.Options, ledger.Now);
        // Somebody changed the attempt, or hinted at it, while the service was asked: its answer may be older than the news.
        var soon = ledger.Now + ledger.Options.Reconciler.HintInterval;
        return counted with { NextCheckAt = hasNews && next > soon ? soon : next };
    }

    [LoggerMessage(2003, LogLevel.Warning, "Payment {RequestId} has a status that is not known here: {Status}. It is treated as open.")]
    private static partial void UnknownStatus(ILogger logger, string requestId, string status);

    [LoggerMessage(2007, LogLevel.Warning, "The service could not be asked for payment {RequestId}: {Code}. It is asked again later.")]
    private static partial void NotAsked(ILogger logger, string requestId, string code);

    [LoggerMessage(2009, LogLevel.Warning, "What the service said of payment {RequestId} could not be stored: {Code}. It is asked again when the lease ends.")]
    private static partial void NotStored(ILogger logger, string requestId, string code);

    [LoggerMessage(2012, LogLevel.Debug, "The service was asked for payment {RequestId}; what it said is not stored yet.")]
    private static partial void Looked(ILogger logger, string requestId);
}
