namespace HealthCertificate.Cases;

/// <summary>One case in the database: what the machinery needs in the clear, everything personal sealed.</summary>
public sealed class CaseRow
{
    /// <summary>128 random bits.</summary>
    public required string Id { get; init; }

    /// <summary>Vorgangsnummer: what people and offices quote, and the reference of the payment. Opens nothing.</summary>
    public required string Number { get; init; }

    /// <summary>SHA-256 of the account's key; null until somebody has logged in.</summary>
    public string? Owner { get; set; }

    public required byte[] Content { get; set; }

    public CaseStage Stage { get; set; }

    /// <summary>SHA-256 of the code in the office's mail.</summary>
    public required string AttendanceHash { get; init; }

    /// <summary>SHA-256 of the citizen's mail address, to find the certificate that came with it.</summary>
    public string? MailHash { get; set; }

    /// <summary>The office has not got its entry of the list yet.</summary>
    public bool OfficeDue { get; set; }

    /// <summary>The citizen has not been told yet.</summary>
    public bool CitizenDue { get; set; }

    /// <summary>Unix seconds: waiting work is not tried before.</summary>
    public long NextTry { get; set; }

    public int Attempts { get; set; }

    /// <summary>Unix seconds of the last change; the retention period counts from here.</summary>
    public long ChangedAt { get; set; }

    /// <summary>Rises with each change; two that started from the same state cannot both win.</summary>
    public int Version { get; set; }
}

/// <summary>How far a case is.</summary>
public enum CaseStage
{
    /// <summary>A seat was chosen.</summary>
    Begun,

    /// <summary>Instruction read, declaration made.</summary>
    Instructed,

    /// <summary>A payment was begun.</summary>
    Paying,

    Paid,

    /// <summary>The office has confirmed; the certificate is there.</summary>
    Attended,

    /// <summary>Cancelled by the citizen before anything was paid.</summary>
    Cancelled,
}
