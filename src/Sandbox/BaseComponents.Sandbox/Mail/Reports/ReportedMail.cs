namespace BaseComponents.Sandbox.Mail.Reports;

/// <summary>The mail that a report is about.</summary>
/// <param name="Sender">Who gets the report.</param>
/// <param name="Recipients">Whom it is about.</param>
/// <param name="EnvelopeId">ENVID, or null.</param>
/// <param name="MessageId">Message-ID with its brackets, or null.</param>
internal sealed record ReportedMail(string Sender, IReadOnlyList<string> Recipients, string? EnvelopeId, string? MessageId)
{
    /// <summary>By recipient, the address that ORCPT named.</summary>
    public IReadOnlyDictionary<string, string> Originals { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
