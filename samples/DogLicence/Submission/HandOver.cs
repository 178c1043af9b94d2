using System.Data.Common;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using DogLicence.Cases;
using DogLicence.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DogLicence.Submission;

/// <summary>
/// Stores the sealed mail to the office with the case: the outbox adds it to the case's own context, so both commit together. From there the outbox sends it. What
/// cannot be sealed now, such as for an office without a valid certificate, leaves the case due, and the worker tries again.
/// </summary>
public sealed partial class HandOver(
    CaseStore store, OfficeMail office, ISecureMailOutbox outbox, IOptions<SubmissionOptions> options, TimeProvider clock, ILogger<HandOver> log)
{
    /// <summary>Makes the case stored, or due with the time of the next try; saves it either way.</summary>
    public async Task StoreAsync(OpenCase open, CancellationToken cancellationToken = default)
    {
        if (await TryStoreAsync(open, cancellationToken))
            await store.SaveAsync(open, open.Content, row => (row.Stage, row.SubmissionAttempts, row.LeasedUntil) = (CaseStage.Stored, 0, 0), cancellationToken);
        else
            await store.SaveAsync(open, open.Content, Postpone, cancellationToken);
    }

    private async Task<bool> TryStoreAsync(OpenCase open, CancellationToken cancellationToken)
    {
        try
        {
            await outbox.EnqueueAsync(await office.WriteAsync(open, cancellationToken), cancellationToken);
            return true;
        }
        catch (SecureMailException fault)
        {
            LogRefused(open.Row.Number, fault.Code, open.Row.SubmissionAttempts + 1, fault);
        }
        catch (Exception fault) when (!Outage.Is(fault) && fault is not (OperationCanceledException or DbException or DbUpdateException))
        {
            // Paid is paid, whatever is wrong with the documents: the case waits, and every attempt says so in the log.
            LogBroken(open.Row.Number, open.Row.SubmissionAttempts + 1, fault);
        }

        return false;
    }

    private void Postpone(CaseRow row)
    {
        row.Stage = CaseStage.Due;
        row.NextSubmission = (clock.GetUtcNow() + options.Value.RetryAfter(row.SubmissionAttempts)).ToUnixTimeSeconds();
        (row.SubmissionAttempts, row.LeasedUntil) = (row.SubmissionAttempts + 1, 0);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {Number} could not be submitted ({Code}, attempt {Attempt}); it stays due and is tried again.")]
    private partial void LogRefused(string number, string code, int attempt, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Case {Number} could not be submitted for an unexpected reason (attempt {Attempt}); it stays due and is tried again.")]
    private partial void LogBroken(string number, int attempt, Exception fault);
}
