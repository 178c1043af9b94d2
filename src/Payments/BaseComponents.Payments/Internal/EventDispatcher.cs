using Microsoft.Extensions.Logging;

namespace BaseComponents.Payments.Internal;

/// <summary>Hands waiting events to the application's handlers, one after the other, each in the store's transaction.</summary>
internal sealed partial class EventDispatcher(string tenant, IPaymentStore store, EventHandlers handlers, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(30);

    // A broken store would fail for ever; the next run tries again.
    private const int MaxFailures = 5;

    public async Task<int> DeliverAllAsync(CancellationToken cancellationToken)
    {
        // Without a handler the events wait: whoever adds one later finds them all.
        if (!handlers.Exist)
            return 0;
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
            if (!await store.DeliverNextAsync(tenant, now, now + RetryDelay, handlers.HandleAsync, cancellationToken).ConfigureAwait(false))
                return null;
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

    [LoggerMessage(2006, LogLevel.Error, "A handler of payment events failed with {ExceptionType} (tenant '{Tenant}'); the event is delivered again.\n{StackTrace}")]
    private static partial void Failed(ILogger logger, string tenant, string exceptionType, string? stackTrace);
}
