namespace DogLicence.Cases;

/// <summary>One case in the database: what the machinery needs in the clear, everything personal sealed.</summary>
public sealed class CaseRow
{
    /// <summary>128 random bits: part of the address of every page of the case.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the secret in the browser's cookie; without the cookie the address opens nothing.</summary>
    public required byte[] BrowserHash { get; init; }

    /// <summary>Vorgangsnummer: what people and offices quote, and the reference of the payment. Opens nothing.</summary>
    public required string Number { get; init; }

    public required byte[] Content { get; set; }

    public CaseStage Stage { get; set; }

    public int SubmissionAttempts { get; set; }

    /// <summary>Unix seconds: nothing is sent before.</summary>
    public long NextSubmission { get; set; }

    /// <summary>Unix seconds: until then one worker has the case.</summary>
    public long LeasedUntil { get; set; }

    /// <summary>Unix seconds of the last change; the retention period counts from here.</summary>
    public long ChangedAt { get; set; }

    /// <summary>Rises with each change; two that started from the same state cannot both win.</summary>
    public int Version { get; set; }
}

/// <summary>How far the machinery is. The steps of the citizen follow from the content.</summary>
public enum CaseStage
{
    /// <summary>The citizen is still writing.</summary>
    Draft,

    /// <summary>A payment was begun and is not final.</summary>
    Paying,

    /// <summary>Paid; the mail to the office could not be sealed yet.</summary>
    Due,

    /// <summary>The sealed mail is in the outbox, stored in the transaction that made the case paid.</summary>
    Stored,

    /// <summary>The mail server has accepted the mail to the office.</summary>
    Sent,

    /// <summary>Sent, and the citizen has got the confirmation, if one was wanted.</summary>
    Closed,
}

/// <summary>Proof of insurance, sealed; apart from the case so that pages do not load it.</summary>
public sealed class ProofRow
{
    public required string CaseId { get; init; }

    public required string ContentType { get; set; }

    public required int Size { get; set; }

    public required byte[] Content { get; set; }
}
