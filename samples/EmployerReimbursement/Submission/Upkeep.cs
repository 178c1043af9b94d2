using EmployerReimbursement.Cases;
using EmployerReimbursement.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EmployerReimbursement.Submission;

/// <summary>What nobody waits for: seals mails that are due, sees which were accepted, deletes what has been kept long enough.</summary>
public sealed partial class Upkeep(ClaimDb db, ClaimStore store, OfficeMail office, IOptions<ServiceOptions> options, TimeProvider clock, ILogger<Upkeep> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await db.Claims.Where(c => c.Stage == ClaimStage.Due || c.Stage == ClaimStage.Stored).OrderBy(c => c.ChangedAt).Select(c => c.Id).ToListAsync(cancellationToken))
            await TryAdvanceAsync(id, cancellationToken);
        await PurgeAsync(cancellationToken);
    }

    /// <summary>Deletes applications whose period is over. What the office has not got yet is never deleted.</summary>
    public async Task<int> PurgeAsync(CancellationToken cancellationToken = default)
    {
        var (draft, sent) = (Before(options.Value.DraftDays), Before(options.Value.SubmittedDays));
        var purged = await db.Claims.Where(c => (c.Stage == ClaimStage.Draft && c.ChangedAt < draft) || (c.Stage == ClaimStage.Sent && c.ChangedAt < sent)).ExecuteDeleteAsync(cancellationToken);
        if (purged > 0)
            LogPurged(purged);
        return purged;
    }

    private async Task TryAdvanceAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            if (await db.Claims.FindAsync([id], cancellationToken) is { } row)
                await AdvanceAsync(row, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One broken application must not stop the others, and another instance may have been faster.
            LogBroken(fault);
        }

        db.ChangeTracker.Clear();
    }

    private async Task AdvanceAsync(ClaimRow row, CancellationToken cancellationToken)
    {
        var before = row.Stage;
        if (row.Stage is ClaimStage.Due)
            await office.SealAsync(store.Open(row), cancellationToken);
        else if (await office.DeliveryAsync(row, cancellationToken) is OfficeDelivery.Accepted)
            row.Stage = ClaimStage.Sent;
        if (row.Stage == before)
            return;
        store.Touch(row);
        await db.SaveChangesAsync(cancellationToken);
    }

    private long Before(int days) => (clock.GetUtcNow() - TimeSpan.FromDays(days)).ToUnixTimeSeconds();

    [LoggerMessage(1, LogLevel.Information, "Purged {Count} applications whose retention period is over.")]
    private partial void LogPurged(int count);

    [LoggerMessage(2, LogLevel.Error, "An application could not be advanced; it is tried again.")]
    private partial void LogBroken(Exception fault);
}
