namespace BaseComponents.SecureMail.Reports;

/// <summary>One recipient in a report of delivery.</summary>
public sealed record ReportedRecipient
{
    /// <summary>The address that the sender had named.</summary>
    /// <value><see langword="null"/>: not given, or no plain mail address.</value>
    public string? OriginalRecipient { get; init; }

    /// <summary>The address that the reporting server tried, after its own rewriting.</summary>
    /// <value><see langword="null"/>: not given, or no plain mail address.</value>
    public string? FinalRecipient { get; init; }

    /// <summary>What happened.</summary>
    public required DeliveryAction Action { get; init; }

    /// <summary>Why (RFC 3463).</summary>
    /// <value><see langword="null"/>: not given, or in no known form.</value>
    public EnhancedStatus? Status { get; init; }

    /// <summary>Host name of the server that gave the answer.</summary>
    public string? RemoteServer { get; init; }

    /// <summary>Reply code of that server, such as 550. Its text is left out: servers write addresses into it.</summary>
    public int? DiagnosticCode { get; init; }

    /// <summary>Action and codes only.</summary>
    public override string ToString() => $"ReportedRecipient {{ Action = {Action.Name}, Status = {Status}, DiagnosticCode = {DiagnosticCode} }}";
}
