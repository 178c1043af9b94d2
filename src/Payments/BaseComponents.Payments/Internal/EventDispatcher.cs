using Microsoft.Extensions.Logging;

namespace BaseComponents.Payments.Internal;

/// <summary>Hands waiting events to the application's handlers, each in the store's transaction.</summary>
internal sealed partial class EventDispatcher(string tenant, IPaymentStore store, EventHandlers handlers, PaymentTrail trail, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(30);

    // A broken store would fail for ever; the next run tries again.
    private const int MaxFailures = 5;

    /// <param name="atOnce">How many at once.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many were delivered.</returns>
    public async Task<int> DeliverAllAsync(int atOnce, CancellationToken cancellationToken)
    {
        // Without a handler the events wait: whoever adds one later finds them all.
        if (!handlers.Exist)
            return 0;
        var delivered = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => DeliverInTurnAsync(cancellationToken))).ConfigureAwait(false);
        return delivered.Sum();
    }

    private async Task<int> DeliverInTurnAsync(CancellationToken cancellationToken)
    {
        var (delivered, failed) = (0, 0);
        while (failed < MaxFailures && await TryDeliverAsync(cancellationToken).ConfigureAwait(false) is { } succeeded)
            (delivered, failed) = succeeded ? (delivered + 1, failed) : (delivered, failed + 1);
        return delivered;
    }

    /// <summary>Null when nothing waits; false when a handler or the store failed.</summary>
    private async Task<bool?> TryDeliverAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        try
        {
            if (!await store.DeliverNextAsync(tenant, now, now + RetryDelay, HandleAsync, cancellationToken).ConfigureAwait(false))
                return null;
            Delivered(logger, tenant);
            Telemetry.Delivered(tenant, succeeded: true);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Where it failed, but not its message: that is the application's own and may name a person.
            Failed(logger, tenant, exception.GetType().Name, exception.StackTrace);
            Telemetry.Delivered(tenant, succeeded: false);
            return false;
        }
    }

    private async Task HandleAsync(IServiceProvider scope, PaymentEvent paymentEvent, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Start("payments.deliver", tenant, trail.Causes.LinksTo(paymentEvent.Id))?.SetTag("basecomponents.payments.state", paymentEvent.State.ToString());
        Leased(logger, paymentEvent.Id);
        await handlers.HandleAsync(scope, paymentEvent, cancellationToken).ConfigureAwait(false);
        Handled(logger, paymentEvent.Id);
    }

    [LoggerMessage(2006, LogLevel.Error, "A handler of payment events failed with {ExceptionType} (tenant '{Tenant}'); the event is delivered again.\n{StackTrace}")]
    private static partial void Failed(ILogger logger, string tenant, string exceptionType, string? stackTrace);

    [LoggerMessage(2013, LogLevel.Debug, "Event {EventId} is leased and goes to its handlers.")]
    private static partial void Leased(ILogger logger, string eventId);

    [LoggerMessage(2014, LogLevel.Debug, "The handlers of event {EventId} are done; nothing of it is committed yet.")]
    private static partial void Handled(ILogger logger, string eventId);

    [LoggerMessage(2015, LogLevel.Debug, "An event is delivered (tenant '{Tenant}').")]
    private static partial void Delivered(ILogger logger, string tenant);
}
