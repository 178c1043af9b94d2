using DogLicence.Hosting;
using DogLicence.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DogLicence.Cases;

/// <summary>Deletes cases whose retention period is over, with their proofs, and log-ins that have ended.</summary>
public sealed partial class CasePurge(
    IServiceScopeFactory scopes, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<CasePurge> log) : BackgroundService
{
    /// <summary>Purges once and returns how many cases went.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseDb>();
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var (draft, paying, submitted) = (Before(options.Value.Draft), Before(options.Value.Paying), Before(options.Value.Submitted));
        var purged = await db.Cases.Where(c =>
            (c.Stage == CaseStage.Draft && c.ChangedAt < draft)
            || (c.Stage == CaseStage.Paying && c.ChangedAt < paying)
            || ((c.Stage == CaseStage.Sent || c.Stage == CaseStage.Closed) && c.ChangedAt < submitted))
            .ExecuteDeleteAsync(cancellationToken);
        // Redis forgets sessions by itself.
        if (scope.ServiceProvider.GetService<SessionDb>() is { } open)
            await open.Sessions.Where(s => s.GoneAt <= now).ExecuteDeleteAsync(cancellationToken);
        if (purged > 0)
            LogPurged(purged);
        return purged;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Interval, clock);
        do
            await TryRunAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // A database that is busy for a moment must not end the purge for good.
    private async Task TryRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunOnceAsync(cancellationToken);
        }
        catch (Exception fault) when (Outage.Is(fault) || fault is DbUpdateException or System.Data.Common.DbException)
        {
            LogFailed(fault);
        }
    }

    private long Before(TimeSpan age) => (clock.GetUtcNow() - age).ToUnixTimeSeconds();

    [LoggerMessage(Level = LogLevel.Information, Message = "Purged {Count} cases whose retention period is over.")]
    private partial void LogPurged(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The purge failed and is tried again at the next interval.")]
    private partial void LogFailed(Exception fault);
}
