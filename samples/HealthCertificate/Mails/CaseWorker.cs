using System.Data.Common;
using BaseComponents.Payments;
using BaseComponents.SecureMail;
using HealthCertificate.Appointments;
using HealthCertificate.Cases;
using HealthCertificate.Hosting;
using HealthCertificate.Paying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HealthCertificate.Mails;

/// <summary>Does what could not be done at once: mails to offices whose certificate had expired, news for citizens, and seats of payments that never came to be.</summary>
public sealed partial class CaseWorker(IServiceScopeFactory scopes, IOptionsMonitor<ServiceOptions> options, TimeProvider clock, ILogger<CaseWorker> log) : BackgroundService
{
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.CurrentValue.WorkInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var id in await TryFindAsync(stoppingToken))
                await TryWorkAsync(id, stoppingToken);
        }
    }

    private async Task<IReadOnlyList<string>> TryFindAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var (now, stuck) = (clock.GetUtcNow().ToUnixTimeSeconds(), (clock.GetUtcNow() - Stuck).ToUnixTimeSeconds());
            return await scope.ServiceProvider.GetRequiredService<CaseDb>().Cases.Where(row => row.NextTry <= now && (row.OfficeDue || row.CitizenDue || (row.Stage == CaseStage.Paying && row.ChangedAt < stuck)))
                .OrderBy(row => row.NextTry).Select(row => row.Id).Take(100).ToListAsync(cancellationToken);
        }
        catch (DbException fault)
        {
            LogDatabase(fault);
            return [];
        }
    }

    private async Task TryWorkAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await LeaseAsync(scope.ServiceProvider.GetRequiredService<CaseDb>(), id, cancellationToken) is { } row)
                await WorkAsync(scope.ServiceProvider, row, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One broken case must not stop the others: it waits, and every attempt says so in the log.
            LogBroken(id, fault is SecureMailException mail ? mail.Code : fault.GetType().Name, fault);
        }
    }

    // The next try is set before the work: of two instances that see the case one wins, and after a crash somebody goes on.
    private async Task<CaseRow?> LeaseAsync(CaseDb db, string id, CancellationToken cancellationToken)
    {
        var row = await db.Cases.SingleAsync(c => c.Id == id, cancellationToken);
        var wait = TimeSpan.FromSeconds(10) * Math.Pow(2, Math.Min(row.Attempts, 9));
        (row.NextTry, row.Attempts, row.Version) = ((clock.GetUtcNow() + (wait < LongestWait ? wait : LongestWait)).ToUnixTimeSeconds(), row.Attempts + 1, row.Version + 1);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return row;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    private static async Task WorkAsync(IServiceProvider services, CaseRow row, CancellationToken cancellationToken)
    {
        if (row.OfficeDue)
            await services.GetRequiredService<OfficeEntry>().StoreAsync(row, cancellationToken);
        if (row.CitizenDue)
            await services.GetRequiredService<CitizenMail>().TellAsync(row, cancellationToken);
        if (row.Stage is CaseStage.Paying && FeePayment.IsOver(await services.GetRequiredService<IPaymentClient>().FindAsync(row.Number, cancellationToken)))
        {
            row.Stage = CaseStage.Instructed;
            await services.GetRequiredService<Seats>().HoldAgainAsync(row.Id, cancellationToken);
        }

        if (!row.OfficeDue && !row.CitizenDue)
            (row.NextTry, row.Attempts) = (0, 0);
        var cases = services.GetRequiredService<CaseStore>();
        // What was sent must be marked as sent: a stop request does not come between.
        await cases.SaveAsync(row, cases.Open(row), CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Waiting work of case {Id} failed ({Code}); it is tried again.")]
    private partial void LogBroken(string id, string code, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The worker could not use the database and tries again at the next interval.")]
    private partial void LogDatabase(Exception fault);
}
