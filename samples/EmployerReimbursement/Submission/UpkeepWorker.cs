using EmployerReimbursement.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EmployerReimbursement.Submission;

/// <summary>Runs the upkeep again and again.</summary>
public sealed partial class UpkeepWorker(IServiceScopeFactory scopes, IOptions<ServiceOptions> options, TimeProvider clock, ILogger<UpkeepWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.UpkeepInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TryRunAsync(stoppingToken);
    }

    // A database that is busy for a moment must not end the upkeep for good.
    private async Task TryRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Upkeep>().RunAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is DbUpdateException or System.Data.Common.DbException)
        {
            LogFailed(fault);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The upkeep could not use the database and is run again at the next interval.")]
    private partial void LogFailed(Exception fault);
}
