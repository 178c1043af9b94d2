using BaseComponents.SecureMail.Reports;

namespace BaseComponents.SecureMail.Wire.Reports;

/// <summary>Reads <c>message/delivery-status</c> (RFC 3464): a group about the mail, then one for each recipient.</summary>
internal static class DeliveryReportReader
{
    public static MailReport Read(Stream content)
    {
        if (FieldGroups.Read(content) is not { Count: > 0 } groups)
            return new UnreadableReport();
        // Some servers write everything into one group.
        var people = groups.Count == 1 ? groups : groups.Skip(1);
        ReportedRecipient[] recipients = [.. people.Select(Recipient).OfType<ReportedRecipient>()];
        return recipients.Length == 0 ? new UnreadableReport() : new DeliveryReport
        {
            EnvelopeId = FieldText.EnvelopeId(groups[0]["Original-Envelope-Id"]),
            ReportingServer = FieldText.Host(groups[0]["Reporting-MTA"]),
            Recipients = recipients,
        };
    }

    private static ReportedRecipient? Recipient(FieldGroup group) => FieldText.Token(group["Action"]) is not { } action ? null : new ReportedRecipient
    {
        OriginalRecipient = FieldText.Address(group["Original-Recipient"]),
        FinalRecipient = FieldText.Address(group["Final-Recipient"]),
        Action = new DeliveryAction(action),
        Status = EnhancedStatus.TryParse(FieldText.WithoutComments(group["Status"]), out var status) ? status : null,
        RemoteServer = FieldText.Host(group["Remote-MTA"]),
        DiagnosticCode = FieldText.ReplyCode(group["Diagnostic-Code"]),
    };
}
