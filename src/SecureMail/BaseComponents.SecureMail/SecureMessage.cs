namespace BaseComponents.SecureMail;

/// <summary>A mail to be sent: recipients, subject, text, attachments.</summary>
public sealed record SecureMessage
{
    /// <summary>Mail addresses of the recipients, without names. All of them see each other, and those of <see cref="Bcc"/> see them.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>
    /// Mail addresses of recipients whom nobody else sees. Each of them gets a mail of its own, with its own Message-ID, encrypted for it alone, since an encrypted mail names the
    /// certificates of all its recipients. They count towards <see cref="SecureMailLimits.MaxRecipients"/>.
    /// </summary>
    public IReadOnlyList<string> Bcc { get; init; } = [];

    /// <summary>
    /// One line. In an encrypted mail it stands inside, and outside only <c>[...]</c>, unless <see cref="SenderOptions.HeaderConfidentiality"/> says otherwise; in a mail that is
    /// signed only it can be read by everybody. The recipient's program shows it in lists, though: keep personal data out of it.
    /// </summary>
    public required string Subject { get; init; }

    /// <summary>The message as plain text.</summary>
    public string? Text { get; init; }

    /// <summary>The message as a complete HTML document. Give <see cref="Text"/> as well: many readers show that only.</summary>
    public string? Html { get; init; }

    /// <summary>Files that go along, and those that the HTML shows (<see cref="SecureAttachment.ContentId"/>).</summary>
    public IReadOnlyList<SecureAttachment> Attachments { get; init; } = [];

    /// <summary>Whether the mail is encrypted.</summary>
    /// <value><see cref="MailProtection.Encrypted"/></value>
    public MailProtection Protection { get; init; } = MailProtection.Encrypted;

    /// <summary>
    /// The caller's own key of this mail, such as the case number and the step. The same key gives the same Message-ID, from which the key
    /// cannot be read, so that a mail sent again can be recognised as the same one.
    /// </summary>
    /// <value><see langword="null"/>: a random Message-ID.</value>
    public string? Key { get; init; }

    /// <summary>Counts only: content and addresses never reach a log by way of a formatted message.</summary>
    public override string ToString() => $"SecureMessage {{ Recipients = {To.Count + Bcc.Count}, Attachments = {Attachments.Count}, Protection = {Protection} }}";
}
