using System.Data.Common;
using BaseComponents.Payments;
using HealthCertificate.Appointments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HealthCertificate.Cases;

/// <summary>Deletes what its period is over for: cases with their seats, seats of days gone by, and the case number in payments.</summary>
public sealed partial class CasePurge(IServiceScopeFactory scopes, IPaymentOperations payments, IOptionsMonitor<RetentionOptions> options, TimeProvider clock, ILogger<CasePurge> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Purges once and returns how many cases went.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseDb>();
        var purged = await PurgeAsync(db, cancellationToken);
        var (today, now) = (Before(TimeSpan.FromDays(1)), Before(TimeSpan.Zero));
        await db.Seats.Where(seat => seat.StartsAt < today && (seat.CaseId == null || !db.Cases.Any(c => c.Id == seat.CaseId))).ExecuteDeleteAsync(cancellationToken);
        await db.Seats.Where(seat => seat.CaseId != null && seat.StartsAt >= now && !db.Cases.Any(c => c.Id == seat.CaseId))
            .ExecuteUpdateAsync(set => set.SetProperty(seat => seat.CaseId, (string?)null).SetProperty(seat => seat.State, SeatState.Free), cancellationToken);
        await payments.PurgeAsync(new PaymentRetention { ErasePersonsBefore = clock.GetUtcNow() - options.CurrentValue.Payment, DecidedBy = "case-purge", Reason = "Retention:Payment is over" }, cancellationToken);
        if (purged > 0)
            LogPurged(purged);
        return purged;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
            await TryRunAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> PurgeAsync(CaseDb db, CancellationToken cancellationToken)
    {
        var periods = options.CurrentValue;
        var (unpaid, paying, paid, certificate) = (Before(periods.Unpaid), Before(periods.Paying), Before(periods.Paid), Before(periods.Certificate));
        // What the office or the citizen has not been told yet stays.
        return await db.Cases.Where(c => !c.OfficeDue && !c.CitizenDue
            && (((c.Stage == CaseStage.Begun || c.Stage == CaseStage.Instructed || c.Stage == CaseStage.Cancelled) && c.ChangedAt < unpaid)
                || (c.Stage == CaseStage.Paying && c.ChangedAt < paying)
                || (c.Stage == CaseStage.Paid && c.ChangedAt < paid)
                || (c.Stage == CaseStage.Attended && c.ChangedAt < certificate))).ExecuteDeleteAsync(cancellationToken);
    }

    // A database that is busy for a moment must not end the purge for good.
    private async Task TryRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunOnceAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is DbUpdateException or DbException or PaymentException)
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
