using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.SecureMail.Reports;

/// <summary>What became of a received mail that may be a report.</summary>
/// <param name="Outcome">Whether it was recorded, or why not.</param>
/// <param name="Mail">The stored mail after it, where it fits one.</param>
public sealed record MailReportResult(MailReportOutcome Outcome, OutboxMail? Mail = null)
{
    /// <summary>Whether the mail says that it is a report, whatever became of it. Such a mail is not the application's work.</summary>
    public bool IsReport => Outcome is not MailReportOutcome.NotAReport;
}
