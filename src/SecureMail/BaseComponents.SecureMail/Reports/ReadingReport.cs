namespace BaseComponents.SecureMail.Reports;

/// <summary>What a recipient's mail program says it has done with a mail (RFC 8098). That a person has read it is not said by any of them.</summary>
/// <remarks>Amtlich: Lesebestätigung.</remarks>
public sealed record ReadingReport : MailReport
{
    /// <summary>Message-ID of the mail, without angle brackets. Whoever has the mail knows it.</summary>
    public string? OriginalMessageId { get; init; }

    /// <summary>The address that the sender had named.</summary>
    /// <value><see langword="null"/>: not given, or no plain mail address.</value>
    public string? OriginalRecipient { get; init; }

    /// <summary>The address that the report is for.</summary>
    /// <value><see langword="null"/>: not given, or no plain mail address.</value>
    public string? FinalRecipient { get; init; }

    /// <summary>What was done with the mail.</summary>
    public required MailDisposition Disposition { get; init; }

    /// <summary>Whether the program did it by itself (<c>automatic-action</c>).</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Whether the program says that it failed in doing so (modifier <c>error</c>).</summary>
    public bool HasError { get; init; }

    /// <summary>The disposition only.</summary>
    public override string ToString() => $"ReadingReport {{ Disposition = {Disposition.Name} }}";
}
