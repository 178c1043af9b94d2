namespace BaseComponents.SecureMail.Reports;

/// <summary>What a mail program did with a mail (RFC 8098 section 3.2.6). Unknown dispositions keep their name, and change nothing.</summary>
/// <param name="Name">The word of the report, in lower case.</param>
public readonly record struct MailDisposition(string Name)
{
    /// <summary>It was shown; whether somebody has read it is not known.</summary>
    public static MailDisposition Displayed => new("displayed");

    /// <summary>It was sent on, printed or the like, and perhaps shown to nobody.</summary>
    public static MailDisposition Dispatched => new("dispatched");

    /// <summary>It was worked on by a program, and perhaps shown to nobody.</summary>
    public static MailDisposition Processed => new("processed");

    /// <summary>It was deleted, and perhaps shown to nobody before.</summary>
    public static MailDisposition Deleted => new("deleted");
}
