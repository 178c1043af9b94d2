using BaseComponents.SecureMail.Reports;

namespace BaseComponents.SecureMail.Wire.Reports;

/// <summary>Reads <c>message/disposition-notification</c> (RFC 8098): one group of fields.</summary>
internal static class ReadingReportReader
{
    public static MailReport Read(Stream content)
    {
        if (FieldGroups.Read(content) is not [var group, ..] || Parts(group["Disposition"]) is not var (mode, disposition, modifiers))
            return new UnreadableReport();
        return new ReadingReport
        {
            OriginalMessageId = FieldText.MessageId(group["Original-Message-ID"]),
            OriginalRecipient = FieldText.Address(group["Original-Recipient"]),
            FinalRecipient = FieldText.Address(group["Final-Recipient"]),
            Disposition = new MailDisposition(disposition),
            IsAutomatic = mode == "automatic-action",
            HasError = modifiers.Contains("error"),
        };
    }

    // Disposition: manual-action/MDN-sent-manually; displayed/error
    private static (string? Mode, string Disposition, IReadOnlyList<string?> Modifiers)? Parts(string? value)
    {
        if (FieldText.WithoutComments(value).Split(';') is not [var mode, var done])
            return null;
        return done.Split('/', 2) is [var kind, .. var more] && FieldText.Token(kind) is { } disposition
            ? (FieldText.Token(mode.Split('/')[0]), disposition, [.. more.SelectMany(static text => text.Split(',')).Select(FieldText.Token)])
            : null;
    }
}
