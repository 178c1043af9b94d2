using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Payments.Internal;

/// <summary>Runs the reconciler of one registration for as long as the host runs.</summary>
internal sealed partial class PaymentPump(PaymentLedger ledger, IPaymentReconciler reconciler, PaymentSignal signal, TimeProvider clock, ILogger logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var options = ledger.Options.Reconciler;
            if (options.Enabled)
                await RunAsync(stoppingToken).ConfigureAwait(false);
            await signal.WaitAsync(options.Interval, clock, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            await reconciler.RunOnceAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // A database that is away now may be back at the next turn; the host must not die of it.
            Failed(logger, exception);
        }
        catch (OperationCanceledException)
        {
            // The host stops; what was taken is free again when its lease ends.
        }
    }

    [LoggerMessage(2008, LogLevel.Error, "The payment reconciler failed; it runs again at its next turn.")]
    private static partial void Failed(ILogger logger, Exception exception);
}
