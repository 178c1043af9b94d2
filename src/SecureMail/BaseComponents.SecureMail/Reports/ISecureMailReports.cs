using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.SecureMail.Reports;

/// <summary>
/// Brings reports together with the mails in the outbox. For a named sender a keyed service of its name: a report changes mails of its own sender only.
/// </summary>
/// <example>
/// <code>
/// await foreach (var mail in mailbox.ReceiveAsync(ct))
/// {
///     if (!(await reports.TakeAsync(mail, ct)).IsReport)
///         await WorkAsync(mail, ct);
///     await mail.AcknowledgeAsync(ct);
/// }
/// </code>
/// </example>
public interface ISecureMailReports
{
    /// <summary>
    /// Records what a report says as the delivery of the recipients that it names (<see cref="OutboxRecipient.Delivery"/>). A report of delivery counts only with the ENVID of a stored mail and one of its recipients, a
    /// report of reading only where its recipient has signed it. It never sends anything, and never makes a refused mail an accepted one; where the fate of a recipient was unknown, and it says that the mail
    /// arrived, that recipient counts as accepted.
    /// </summary>
    /// <param name="mail">A received mail, report or not. It is not acknowledged.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What became of it. The same report taken again changes nothing.</returns>
    Task<MailReportResult> TakeAsync(ReceivedMail mail, CancellationToken cancellationToken = default);
}
