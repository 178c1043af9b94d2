using Microsoft.EntityFrameworkCore;

namespace BaseService;

/// <summary>Tries again to seal the mails of applications that are due, such as those for an office whose certificate had expired. What is sealed is sent by the outbox.</summary>
public sealed partial class SubmissionWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SubmissionWorker> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var due = await scope.ServiceProvider.GetRequiredService<ServiceDb>().Applications.Where(row => row.Stage == ApplicationStage.Due).Select(row => row.Number).ToListAsync(stoppingToken);
            foreach (var number in due)
                await TrySubmitAsync(number, stoppingToken);
        }
    }

    private async Task TrySubmitAsync(string number, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
            if (await db.Applications.FindAsync([number], cancellationToken) is not { Stage: ApplicationStage.Due } row)
                return;
            await scope.ServiceProvider.GetRequiredService<OfficeMail>().SubmitAsync(row, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One broken application must not stop the others, and another instance may have been faster.
            LogBroken(number, fault);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Application {Number} could not be submitted for an unexpected reason; it is tried again.")]
    private partial void LogBroken(string number, Exception fault);
}
