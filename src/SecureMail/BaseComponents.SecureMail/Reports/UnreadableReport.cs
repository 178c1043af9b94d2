namespace BaseComponents.SecureMail.Reports;

/// <summary>A mail that says it is a report, and is not in the form of one or larger than one may be.</summary>
public sealed record UnreadableReport : MailReport;
