using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>Lets one tenant's worker run as long as the host. A stop ends attempts before the end of the mail, and waits for the answer after it.</summary>
internal sealed class OutboxService(OutboxWorker worker, OutboxRetention retention, TimeProvider clock, ILogger<OutboxService> logger) : BackgroundService
{
    private static readonly TimeSpan _purgePause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var nextPurge = clock.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            var isIdle = await RunAsync(async () => (await worker.RunOnceAsync(stoppingToken).ConfigureAwait(false)).Claimed == 0, stoppingToken).ConfigureAwait(false);
            if (clock.GetUtcNow() >= nextPurge)
            {
                await RunAsync(async () => await retention.PurgeAsync(stoppingToken).ConfigureAwait(false) == 0, stoppingToken).ConfigureAwait(false);
                nextPurge = clock.GetUtcNow() + _purgePause;
            }

            if (isIdle)
                await Task.Delay(worker.Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A database that is away for a while must not end the worker.
    private async Task<bool> RunAsync(Func<Task<bool>> work, CancellationToken stoppingToken)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception exception)
        {
            logger.OutboxFailed(exception.GetType().Name);
            return true;
        }
    }
}
