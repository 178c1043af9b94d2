using System.Data.Common;
using BaseComponents.Payments;
using DogLicence.Cases;
using DogLicence.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DogLicence.Paying;

/// <summary>Takes the case number out of payments that ended long ago; amounts and Kassenzeichen stay for the treasury, which alone says when they may go.</summary>
public sealed partial class PaymentErasure(
    IPaymentOperations payments, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<PaymentErasure> log) : BackgroundService
{
    private static readonly TimeSpan OnceADay = TimeSpan.FromDays(1);

    /// <summary>Purges once and returns how many attempts lost what leads to the person.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        #region purge
        var purged = await payments.PurgeAsync(new PaymentRetention
        {
            ErasePersonsBefore = clock.GetUtcNow() - options.Value.Payment,
            DecidedBy = "payment-erasure",
            Reason = "Retention:Payment is over",
        }, cancellationToken);
        #endregion
        if (purged.Erased > 0)
            LogErased(purged.Erased);
        return purged.Erased;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(OnceADay, clock);
        do
            await TryRunAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // A database that is busy, or an event that has not been fetched, must not end the purge for good.
    private async Task TryRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunOnceAsync(cancellationToken);
        }
        catch (Exception fault) when (Outage.Is(fault) || fault is PaymentException or DbUpdateException or DbException)
        {
            LogFailed(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} payments whose retention period is over lost what leads to a person.")]
    private partial void LogErased(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The purge of payments failed and is tried again tomorrow.")]
    private partial void LogFailed(Exception fault);
}
