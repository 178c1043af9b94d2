namespace BaseComponents.SecureMail.Reports;

/// <summary>What a mail server says about the delivery of a mail (RFC 3464).</summary>
/// <remarks>Amtlich: Zustellbericht.</remarks>
public sealed record DeliveryReport : MailReport
{
    /// <summary>ENVID of the mail (RFC 3461), as the sender gave it to the mail server.</summary>
    /// <value><see langword="null"/>: the report names none, so nothing ties it to a mail.</value>
    public string? EnvelopeId { get; init; }

    /// <summary>Host name of the server that reports, as it calls itself.</summary>
    public string? ReportingServer { get; init; }

    /// <summary>What it says for each recipient; at least one.</summary>
    public required IReadOnlyList<ReportedRecipient> Recipients { get; init; }

    /// <summary>The count only: addresses never reach a log by way of a formatted record.</summary>
    public override string ToString() => $"DeliveryReport {{ Recipients = {Recipients.Count} }}";
}
