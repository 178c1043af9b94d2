using BaseComponents.SecureMail;
using DogLicence.Cases;
using DogLicence.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DogLicence.Submission;

/// <summary>
/// Follows paid cases: stores the mail of those that could not be sealed at once, sees when the mail server has accepted it, and then tells the citizen. A case is leased by one
/// update of its row, so no two workers have it at once. Mails to offices are sent by the outbox.
/// </summary>
public sealed partial class SubmissionWorker(
    IServiceScopeFactory scopes, IOptions<SubmissionOptions> options, TimeProvider clock, ILogger<SubmissionWorker> log) : BackgroundService
{
    /// <summary>Does everything that can be done now.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken = default)
    {
        await WatchAsync(cancellationToken);
        while (await LeaseAsync(cancellationToken) is { } due)
            await AdvanceAsync(due, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TryRunAsync(stoppingToken);
    }

    private async Task TryRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunOnceAsync(cancellationToken);
        }
        catch (Exception fault) when (Outage.Is(fault) || fault is DbUpdateException or System.Data.Common.DbException)
        {
            LogDatabase(fault);
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeliveryWatch>().RunOnceAsync(cancellationToken);
    }

    private async Task<DueCase?> LeaseAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseDb>();
        var (now, until) = (Seconds(TimeSpan.Zero), Seconds(options.Value.Lease));
        var due = db.Cases.Where(c => (c.Stage == CaseStage.Due || c.Stage == CaseStage.Sent) && c.NextSubmission <= now && c.LeasedUntil <= now);
        var first = await due.OrderBy(c => c.ChangedAt).Select(c => new DueCase(c.Number, c.SubmissionAttempts)).FirstOrDefaultAsync(cancellationToken);
        var taken = first is not null && await due.Where(c => c.Number == first.Number)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.LeasedUntil, until), cancellationToken) == 1;
        return taken ? first : null;
    }

    private async Task AdvanceAsync(DueCase due, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(due.Number, cancellationToken);
            return;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program stops: whoever starts next need not wait for the lease to run out.
            await PostponeAsync(due, TimeSpan.Zero);
            throw;
        }
        catch (SecureMailException fault)
        {
            LogNotTold(due.Number, fault.Code, due.Attempts + 1, fault);
        }
        catch (Exception fault)
        {
            // One broken case must not stop the others: it waits, and every attempt says so in the log.
            LogBroken(due.Number, due.Attempts + 1, fault);
        }

        await PostponeAsync(due with { Attempts = due.Attempts + 1 }, options.Value.RetryAfter(due.Attempts));
    }

    private async Task RunAsync(string number, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        switch (await scope.ServiceProvider.GetRequiredService<CaseStore>().FindByNumberAsync(number, cancellationToken))
        {
            case { Row.Stage: CaseStage.Due } open:
                await scope.ServiceProvider.GetRequiredService<HandOver>().StoreAsync(open, cancellationToken);
                break;
            case { Row.Stage: CaseStage.Sent } open:
                await scope.ServiceProvider.GetRequiredService<CitizenNotice>().RunAsync(open, cancellationToken);
                LogClosed(number);
                break;
        }
    }

    private async Task PostponeAsync(DueCase due, TimeSpan wait)
    {
        await using var scope = scopes.CreateAsyncScope();
        var next = Seconds(wait);
        await scope.ServiceProvider.GetRequiredService<CaseDb>().Cases.Where(c => c.Number == due.Number).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.NextSubmission, next).SetProperty(c => c.LeasedUntil, 0).SetProperty(c => c.SubmissionAttempts, due.Attempts));
    }

    private sealed record DueCase(string Number, int Attempts);

    private long Seconds(TimeSpan ahead) => (clock.GetUtcNow() + ahead).ToUnixTimeSeconds();

    [LoggerMessage(Level = LogLevel.Information, Message = "Case {Number} is with the office, and the citizen was told.")]
    private partial void LogClosed(string number);

    [LoggerMessage(Level = LogLevel.Error, Message = "The citizen of case {Number} could not be told ({Code}, attempt {Attempt}); it is tried again. The office has the case.")]
    private partial void LogNotTold(string number, string code, int attempt, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {Number} could not be submitted for an unexpected reason (attempt {Attempt}); it stays due and is tried again.")]
    private partial void LogBroken(string number, int attempt, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The submission worker could not use the database and tries again at the next interval.")]
    private partial void LogDatabase(Exception fault);
}
