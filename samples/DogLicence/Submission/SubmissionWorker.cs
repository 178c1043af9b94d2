using BaseComponents.SecureMail;
using DogLicence.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DogLicence.Submission;

/// <summary>Submits due cases until the mail server accepts them. A case is leased by one update of its row, so no two workers send it at once.</summary>
public sealed partial class SubmissionWorker(
    IServiceScopeFactory scopes, IOptions<SubmissionOptions> options, TimeProvider clock, ILogger<SubmissionWorker> log) : BackgroundService
{
    /// <summary>Submits every case that is due now; returns how many were closed.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        var closed = 0;
        while (await LeaseAsync(cancellationToken) is { } due)
            closed += await SubmitAsync(due, cancellationToken) ? 1 : 0;
        return closed;
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
        catch (Exception fault) when (fault is DbUpdateException or System.Data.Common.DbException)
        {
            LogDatabase(fault);
        }
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

    private async Task<bool> SubmitAsync(DueCase due, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(due.Number, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program stops: whoever starts next need not wait for the lease to run out.
            await PostponeAsync(due, TimeSpan.Zero);
            throw;
        }
        catch (SecureMailException fault)
        {
            LogRefused(due.Number, fault.Code, due.Attempts + 1, fault);
        }
        catch (Exception fault)
        {
            // One broken case must not stop the others: it waits, and every attempt says so in the log.
            LogBroken(due.Number, due.Attempts + 1, fault);
        }

        await PostponeAsync(due with { Attempts = due.Attempts + 1 }, options.Value.RetryAfter(due.Attempts));
        return false;
    }

    private async Task<bool> RunAsync(string number, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<CaseStore>().FindByNumberAsync(number, cancellationToken) is not { } open)
            return false;
        await scope.ServiceProvider.GetRequiredService<CaseSubmission>().RunAsync(open, cancellationToken);
        LogSubmitted(number);
        return true;
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

    [LoggerMessage(Level = LogLevel.Information, Message = "Case {Number} was submitted.")]
    private partial void LogSubmitted(string number);

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {Number} could not be submitted ({Code}, attempt {Attempt}); it stays due and is tried again.")]
    private partial void LogRefused(string number, string code, int attempt, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {Number} could not be submitted for an unexpected reason (attempt {Attempt}); it stays due and is tried again.")]
    private partial void LogBroken(string number, int attempt, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The submission worker could not use the database and tries again at the next interval.")]
    private partial void LogDatabase(Exception fault);
}
