using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Payments.Internal;

/// <summary>Runs the reconciler of one registration for as long as the host runs.</summary>
internal sealed partial class PaymentPump(PaymentLedger ledger, IPaymentReconciler reconciler, PaymentSignal signal, TimeProvider clock, ILogger logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var interval = new PaymentReconcilerOptions().Interval;
        while (!stoppingToken.IsCancellationRequested)
        {
            interval = await RunAsync(interval, stoppingToken).ConfigureAwait(false);
            await signal.WaitAsync(interval, clock, stoppingToken).ConfigureAwait(false);
        }
    }

    /// <summary>One turn; returns the wait until the next one.</summary>
    private async Task<TimeSpan> RunAsync(TimeSpan interval, CancellationToken stoppingToken)
    {
        try
        {
            var options = ledger.Options.Reconciler;
            interval = options.Interval;
            if (options.Enabled)
                await reconciler.RunOnceAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // A database that is away now, or a setting that was broken at run time, may be right at the next turn; the host must not die of it.
            Failed(logger, exception);
        }
        catch (OperationCanceledException)
        {
            // The host stops; what was taken is free again when its lease ends.
        }

        return interval;
    }

    [LoggerMessage(2008, LogLevel.Error, "The payment reconciler failed; it runs again at its next turn.")]
    private static partial void Failed(ILogger logger, Exception exception);
}
