using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal.Evidence;

/// <summary>Asks for time stamps as long as the host runs, apart from the workers: a service that is down holds up no mail.</summary>
internal sealed class EvidenceService(SecureMailEvidence evidence, TimeProvider clock, ILogger<EvidenceService> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await RunAsync(stoppingToken).ConfigureAwait(false))
                await Task.Delay(_pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A database that is away for a while must not end it. Whether there may be more at once is said by a stamp that came.
    private async Task<bool> RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            return evidence.IsOn && (await evidence.RunOnceAsync(stoppingToken).ConfigureAwait(false)).Stamped > 0;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception)
        {
            logger.OutboxFailed(exception.GetType().Name);
            return false;
        }
    }
}
