using BaseComponents.SecureMail.Internal.Evidence;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Reports;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>Finds the mail that a report is about, and writes down what it says. A report changes nothing but that, except for a recipient whose fate was unknown.</summary>
internal sealed class OutboxReports(string tenant, IMailOutboxStore store, EvidenceOrders orders, AuditLog audit, TimeProvider clock, ILogger<OutboxReports> logger) : ISecureMailReports
{
    public async Task<MailReportResult> TakeAsync(ReceivedMail mail, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var result = mail.Report switch
        {
            null => new MailReportResult(MailReportOutcome.NotAReport),
            DeliveryReport report => await TakeAsync(report, ReceivedAt(mail), cancellationToken).ConfigureAwait(false),
            ReadingReport report => await TakeAsync(report, mail, cancellationToken).ConfigureAwait(false),
            _ => new MailReportResult(MailReportOutcome.Unreadable),
        };
        if (!result.IsReport)
            return result;
        if (result is { Outcome: MailReportOutcome.Recorded or MailReportOutcome.NothingNew, Mail: { } stored })
            await orders.OrderAsync(stored.Id, mail.ReportSource, cancellationToken).ConfigureAwait(false);
        logger.ReportTaken(result.Outcome, result.Mail?.Id);
        Telemetry.Reported(tenant, result.Outcome);
        return result;
    }

    private DateTimeOffset ReceivedAt(ReceivedMail mail) => mail.Delivery?.ReceivedAt ?? clock.GetUtcNow();

    private async Task<MailReportResult> TakeAsync(DeliveryReport report, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (report.EnvelopeId is not { } envelope)
            return new MailReportResult(MailReportOutcome.NoEnvelopeId);
        return await store.FindEnvelopeAsync(tenant, envelope, cancellationToken).ConfigureAwait(false) is { } mail
            ? await RecordAsync(mail, found => ReportedDeliveries.Of(report, found, at), cancellationToken).ConfigureAwait(false)
            : new MailReportResult(MailReportOutcome.UnknownMail);
    }

    // The recipients know the Message-ID, and so does every relay; what makes the report theirs is their signature.
    private async Task<MailReportResult> TakeAsync(ReadingReport report, ReceivedMail signed, CancellationToken cancellationToken)
    {
        if (signed.Verdict is not SignatureVerdict.Valid || signed.From is not { } from)
            return new MailReportResult(MailReportOutcome.NotSigned);
        if (report.OriginalMessageId is not { } messageId || await store.FindMessageAsync(tenant, messageId, cancellationToken).ConfigureAwait(false) is not { Count: > 0 } mails)
            return new MailReportResult(MailReportOutcome.UnknownMail);
        var mail = mails.FirstOrDefault(mail => mail.Recipients.Any(recipient => MailAddressSyntax.AreSame(recipient.Address, from)));
        return mail is null
            ? new MailReportResult(MailReportOutcome.UnknownRecipient)
            : await RecordAsync(mail, found => ReportedDeliveries.Of(report, from, found, ReceivedAt(signed)), cancellationToken).ConfigureAwait(false);
    }

    private async Task<MailReportResult> RecordAsync(OutboxMail found, Func<OutboxMail, ReportedDeliveries> read, CancellationToken cancellationToken)
    {
        for (OutboxMail? mail = found; mail is not null; mail = await store.FindAsync(tenant, found.Id, cancellationToken).ConfigureAwait(false))
        {
            var reported = read(mail);
            if (reported.Obstacle is { } obstacle)
                return new MailReportResult(obstacle, mail);
            var (changed, isNew) = reported.Apply();
            if (!isNew || await store.TryRecordDeliveryAsync(changed, cancellationToken).ConfigureAwait(false))
                return new MailReportResult(isNew ? MailReportOutcome.Recorded : MailReportOutcome.NothingNew, await ResolveAsync(changed.Id, cancellationToken).ConfigureAwait(false));
        }

        return new MailReportResult(MailReportOutcome.UnknownMail);
    }

    // A mail in a worker's hands is left to it: it looks for itself before it sends again.
    private async Task<OutboxMail?> ResolveAsync(string id, CancellationToken cancellationToken)
    {
        while (await store.FindAsync(tenant, id, cancellationToken).ConfigureAwait(false) is { } mail)
        {
            if (mail.Phase is not (OutboxPhase.Held or OutboxPhase.Waiting) || OutboxTransitions.Resolve(mail) is not { } resolved)
                return mail;
            if (!await store.TryUpdateAsync(resolved with { UpdatedAt = clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false))
                continue;
            logger.ReportResolved(id);
            audit.Attempted(resolved);
        }

        return null;
    }
}
