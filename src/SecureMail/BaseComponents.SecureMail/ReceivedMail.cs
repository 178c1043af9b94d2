using BaseComponents.SecureMail.Reports;

namespace BaseComponents.SecureMail;

/// <summary>
/// A mail as it was read: content, and what is known about its origin. Its attachments are read from the encrypted mail, which is kept in a temporary file if it is large;
/// dispose the mail when they have been read.
/// </summary>
/// <remarks>
/// <see cref="Subject"/>, <see cref="Date"/> and <see cref="MessageId"/> come from the header inside the signed content if there is one (RFC 9788) and the verdict is valid; otherwise from
/// the outer header, which no signature covers.
/// </remarks>
public sealed record ReceivedMail : IAsyncDisposable
{
    /// <summary>What the signature is worth. Act on a mail only if this is <see cref="SignatureVerdict.Valid"/>.</summary>
    public required SignatureVerdict Verdict { get; init; }

    /// <summary>Whether the mail was encrypted.</summary>
    public required bool IsEncrypted { get; init; }

    /// <summary>
    /// Whether the content is known to be unchanged. AES-CBC alone does not show a change (RFC 8551 section 6), so only a valid signature
    /// over the whole content makes this true.
    /// </summary>
    public bool IsAuthenticated => Verdict is SignatureVerdict.Valid;

    /// <summary>Address in the From header; only with a valid verdict is it more than a claim.</summary>
    public required string? From { get; init; }

    /// <summary>Subject, one line; of an encrypted mail that could not be verified often just <c>[...]</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Which header <see cref="Subject"/> stands in.</summary>
    public HeaderOrigin SubjectOrigin { get; init; }

    /// <summary>Date as the sender gives it.</summary>
    public required DateTimeOffset? Date { get; init; }

    /// <summary>Message-ID, without angle brackets.</summary>
    public required string? MessageId { get; init; }

    /// <summary>The message as plain text. One that is larger than <see cref="SecureMailLimits.MaxTextSize"/> is among the attachments.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// The message as HTML; <see langword="null"/> if the mail was encrypted and the verdict is not valid: rendering such HTML is how
    /// decrypted text leaks (EFAIL).
    /// </summary>
    public string? Html { get; init; }

    /// <summary>The files that came along; without HTML, XHTML and SVG where <see cref="Html"/> would be withheld.</summary>
    public IReadOnlyList<ReceivedAttachment> Attachments { get; init; } = [];

    /// <summary>
    /// Whether a part below the root is encrypted (S/MIME or OpenPGP). Such a part is not opened, since who can put it there is not who encrypted it; it is among the attachments as it came.
    /// </summary>
    public bool HasEncryptedPart { get; init; }

    /// <summary>
    /// What the gateway in front of the mailbox says of the mail, where that may be believed (<see cref="GatewayMarkOptions"/>): always <see cref="GatewayMark.None"/> for a mail that was not read
    /// from the configured mailbox. It never changes <see cref="Verdict"/>.
    /// </summary>
    public GatewayMark Gateway { get; init; }

    /// <summary>
    /// What the mail reports of one that was sent before; a claim that anybody can make, and that <see cref="ISecureMailReports.TakeAsync"/> checks. <see langword="null"/> for a mail that is no report.
    /// </summary>
    public MailReport? Report { get; init; }

    /// <summary>How the mail came out of its mailbox; <see langword="null"/> for a mail that the application has brought itself.</summary>
    public MailDelivery? Delivery { get; init; }

    /// <summary>The octets of a small report, as they were read.</summary>
    internal byte[]? ReportSource { get; init; }

    internal IDisposable? Kept { get; init; }

    /// <summary>Says that the mail is done with: it leaves the mailbox and does not come again. Call it after the work has been stored.</summary>
    /// <param name="cancellationToken">Ends the waiting; whether the mail was acknowledged is then not known.</param>
    /// <exception cref="SecureMailException">
    /// The mailbox cannot be reached (<see cref="SecureMailErrors.MailboxUnreachable"/>) or has given the mail to somebody else (<see cref="SecureMailErrors.ClaimLost"/>): it comes again.
    /// </exception>
    /// <exception cref="InvalidOperationException">The mail is from no mailbox, or is settled.</exception>
    public Task AcknowledgeAsync(CancellationToken cancellationToken = default) => SettleAsync(MailSettlement.Acknowledged, cancellationToken);

    /// <summary>Says that somebody has to look at the mail: it is put where it does not come again, with <see cref="SetAsideReason.ByApplication"/>.</summary>
    /// <inheritdoc cref="AcknowledgeAsync"/>
    public Task SetAsideAsync(CancellationToken cancellationToken = default) => SettleAsync(MailSettlement.SetAside, cancellationToken);

    /// <summary>Lets go of what the attachments are read from.</summary>
    public ValueTask DisposeAsync()
    {
        Kept?.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task SettleAsync(MailSettlement settlement, CancellationToken cancellationToken) => Delivery?.Settle is { } settle
        ? settle(settlement, cancellationToken)
        : throw new InvalidOperationException("This mail did not come out of a mailbox, so there is nothing to settle. Only mails of ISecureMailbox.ReceiveAsync are.");

    /// <summary>Verdict and counts only.</summary>
    public override string ToString() => $"ReceivedMail {{ Verdict = {Verdict}, IsEncrypted = {IsEncrypted}, Attachments = {Attachments.Count} }}";
}
