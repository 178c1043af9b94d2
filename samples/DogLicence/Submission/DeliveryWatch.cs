using BaseComponents.SecureMail.Outbox;
using DogLicence.Cases;
using Microsoft.EntityFrameworkCore;

namespace DogLicence.Submission;

/// <summary>Marks stored cases as sent when the outbox says that the mail server has accepted the mail. It only reads the outbox, so any number may look.</summary>
public sealed partial class DeliveryWatch(CaseDb db, CaseStore store, ISecureMailOutbox outbox, ILogger<DeliveryWatch> log)
{
    /// <summary>Looks at every stored case once.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken = default)
    {
        foreach (var number in await db.Cases.Where(row => row.Stage == CaseStage.Stored).OrderBy(row => row.ChangedAt).Select(row => row.Number).ToListAsync(cancellationToken))
            await LookAsync(number, cancellationToken);
    }

    private async Task LookAsync(string number, CancellationToken cancellationToken)
    {
        var delivery = OfficeDeliveries.Of(await outbox.GetAsync(OfficeMail.KeyOf(number), cancellationToken));
        if (delivery is OfficeDelivery.Accepted)
            await MarkAsync(number, row => (row.Stage, row.SubmissionAttempts, row.NextSubmission) = (CaseStage.Sent, 0, 0), cancellationToken);
        else if (delivery is OfficeDelivery.Stuck)
            await MarkAsync(number, TellOnce, cancellationToken);
    }

    private async Task MarkAsync(string number, Action<CaseRow> change, CancellationToken cancellationToken)
    {
        try
        {
            if (await store.FindByNumberAsync(number, cancellationToken) is { Row.Stage: CaseStage.Stored } open)
                await store.SaveAsync(open, open.Content, change, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another instance has marked it.
            db.ChangeTracker.Clear();
        }
    }

    // Stays stored: an operator decides about the mail in the outbox, and the next look sees what became of it.
    private void TellOnce(CaseRow row)
    {
        if (row.SubmissionAttempts++ == 0)
            LogStuck(row.Number);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail of case {Number} was refused for good, or nobody knows whether it was accepted: an operator has to look into the outbox.")]
    private partial void LogStuck(string number);
}
