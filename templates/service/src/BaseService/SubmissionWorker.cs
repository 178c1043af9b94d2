using BaseComponents.SecureMail;
using Microsoft.EntityFrameworkCore;

namespace BaseService;

/// <summary>Hands due applications to the office until the mail server has taken them. A crash between its yes and the mark sends a mail again, with the same Message-ID.</summary>
public sealed partial class SubmissionWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SubmissionWorker> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
            var due = await db.Applications.Where(row => row.Stage == ApplicationStage.Due).OrderBy(row => row.BegunAt).Take(20).ToListAsync(stoppingToken);
            foreach (var row in due)
                await TrySubmitAsync(scope.ServiceProvider, db, row, stoppingToken);
        }
    }

    private async Task TrySubmitAsync(IServiceProvider services, ServiceDb db, ApplicationRow row, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<OfficeMail>().SendAsync(row, cancellationToken);
            row.Stage = ApplicationStage.Submitted;
            // The mail is out: the mark must not be lost to a stop request.
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (SecureMailException fault)
        {
            LogRefused(row.Number, fault.Code, fault);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Application {Number} could not be handed to the office ({Code}); it is tried again.")]
    private partial void LogRefused(string number, string code, Exception fault);
}
