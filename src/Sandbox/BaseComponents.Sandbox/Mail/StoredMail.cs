namespace BaseComponents.Sandbox.Mail;

/// <summary>What the list shows of a mail.</summary>
/// <remarks>Sender and recipients are those of the envelope (MAIL FROM, RCPT TO), the rest stands in the outer header, in the list the subject inside where that is hidden; Tls is the protocol or "none".</remarks>
internal sealed record MailSummary(
    string Id, DateTimeOffset ReceivedAt, string Sender, IReadOnlyList<string> Recipients, string Subject, string? MessageId, string ContentType, long Size, string Tls);

/// <summary>A mail exactly as it crossed the wire, without dot-stuffing.</summary>
internal sealed record StoredMail(MailSummary Summary, byte[] Raw);

/// <summary>The envelope of a mail that a client hands over.</summary>
internal sealed record MailEnvelope(string Sender, IReadOnlyList<string> Recipients, string Tls)
{
    /// <summary>ENVID (RFC 3461).</summary>
    public string? EnvelopeId { get; init; }

    /// <summary>Recipients for whom nobody wants to be told (NOTIFY=NEVER).</summary>
    public IReadOnlyList<string> Unreported { get; init; } = [];

    /// <summary>Recipients for whom the client wants to be told of their delivery (NOTIFY=SUCCESS).</summary>
    public IReadOnlyList<string> Awaited { get; init; } = [];

    /// <summary>By recipient, what ORCPT named, decoded: type and address.</summary>
    public IReadOnlyDictionary<string, string> Originals { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
