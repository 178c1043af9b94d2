namespace BaseComponents.SecureMail.Reports;

/// <summary>
/// What a received mail reports of one that was sent before (RFC 6522). Anybody can write such a mail: it is a claim until <see cref="ISecureMailReports.TakeAsync"/> has found the mail that it is about.
/// </summary>
public abstract record MailReport
{
    private protected MailReport()
    {
    }
}
