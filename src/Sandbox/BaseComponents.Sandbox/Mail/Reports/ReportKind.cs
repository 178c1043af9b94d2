namespace BaseComponents.Sandbox.Mail.Reports;

/// <summary>What a report says, in the words of RFC 3464, and to the person who gets it.</summary>
internal sealed record ReportKind(string Action, string Status, string? Diagnostic, string Subject, string Text)
{
    public static readonly ReportKind Failed = new(
        "failed", "5.1.1", "550 5.1.1 User unknown", "Undelivered Mail Returned to Sender", "The mail could not be delivered to one or more recipients.");

    public static readonly ReportKind Delayed = new(
        "delayed", "4.4.1", "451 4.4.1 No answer from host", "Delayed Mail (still being retried)", "The mail could not be delivered yet. It is tried again; nothing has to be done.");

    public static readonly ReportKind Delivered = new(
        "delivered", "2.1.5", null, "Successful Mail Delivery Report", "The mail was delivered to the recipients below.");
}
