using BaseComponents.Payments.Wire;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Payments.Internal;

/// <summary>Brings a stored intent to the service. Whatever gets lost on the way, the key stays the same, so there is one payment at most.</summary>
internal sealed partial class PaymentCreation(PaymentLedger ledger, IPaymentService service, PaymentLookup lookup, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1)];

    public async Task<PaymentRecord> SendAsync(PaymentRecord intent, PaymentOrder order, CancellationToken cancellationToken)
    {
        var outcome = await CreateAsync(intent, order, cancellationToken).ConfigureAwait(false);
        switch (outcome)
        {
            case CreateOutcome.Created created:
                return await ledger.ChangeAsync(intent, current => Transition.Seen(current, created.Seen), cancellationToken).ConfigureAwait(false);
            case CreateOutcome.Refused refused:
                return await RefusedAsync(intent, refused.Reason, cancellationToken).ConfigureAwait(false);
            default:
                return await FindExistingAsync(intent, cancellationToken).ConfigureAwait(false);
        }
    }

    // A broken connection leaves open whether the service got the order. The same key goes out again: it creates, or it says that it exists.
    private async Task<CreateOutcome> CreateAsync(PaymentRecord intent, PaymentOrder order, CancellationToken cancellationToken)
    {
        foreach (var pause in Pauses)
        {
            try
            {
                return await SendOnceAsync(intent, order, cancellationToken).ConfigureAwait(false);
            }
            catch (PaymentException exception) when (exception.InnerException is HttpRequestException)
            {
                SentAgain(logger, intent.RequestId, exception.InnerException.GetType().Name);
                await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
            }
        }

        return await SendOnceAsync(intent, order, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CreateOutcome> SendOnceAsync(PaymentRecord intent, PaymentOrder order, CancellationToken cancellationToken)
    {
        Sending(logger, intent.RequestId);
        var outcome = await service.CreateAsync(order, intent.RequestId, cancellationToken).ConfigureAwait(false);
        Answered(logger, intent.RequestId);
        return outcome;
    }

    // An earlier try with the same key may have got through and lost its answer: a service that checks before it looks for duplicates
    // refuses the repetition of a payment that exists.
    private async Task<PaymentRecord> RefusedAsync(PaymentRecord intent, PaymentException reason, CancellationToken cancellationToken)
    {
        var found = await lookup.LookAsync(intent, cancellationToken).ConfigureAwait(false);
        // On the newest version, which another instance may have brought further meanwhile.
        var settled = await ledger.ChangeAsync(found, Transition.Rejected, cancellationToken).ConfigureAwait(false);
        return settled.State is PaymentState.Rejected or PaymentState.OutcomeUnknown or PaymentState.Abandoned ? throw reason : settled;
    }

    // PAYMENT_EXISTS does not describe the payment. Services that use the key as their own id hand it out by it.
    private async Task<PaymentRecord> FindExistingAsync(PaymentRecord intent, CancellationToken cancellationToken)
    {
        Exists(logger, intent.RequestId);
        var found = await lookup.LookAsync(intent, cancellationToken).ConfigureAwait(false);
        if (found.State is not PaymentState.Creating)
            return found;
        return await ledger.ChangeAsync(found, Transition.Unknown, cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(2004, LogLevel.Warning, "The connection broke while payment {RequestId} was created ({Cause}). The same key is sent again.")]
    private static partial void SentAgain(ILogger logger, string requestId, string cause);

    [LoggerMessage(2005, LogLevel.Information, "Payment {RequestId} exists at the service; it is looked up.")]
    private static partial void Exists(ILogger logger, string requestId);

    [LoggerMessage(2010, LogLevel.Debug, "Payment {RequestId} is sent to the service.")]
    private static partial void Sending(ILogger logger, string requestId);

    [LoggerMessage(2011, LogLevel.Debug, "The service answered the order of payment {RequestId}; the answer is not stored yet.")]
    private static partial void Answered(ILogger logger, string requestId);
}
