namespace BaseComponents.SecureMail.Reports;

/// <summary>
/// What a received mail reports of one that was sent before (RFC 6522). Anybody can write such a mail: it is a claim, and nothing in it is checked.
/// </summary>
public abstract record MailReport
{
    private protected MailReport()
    {
    }
}
