namespace BaseComponents.SecureMail.Evidence;

/// <summary>One time stamp over a stored mail, or over a report about it, or the order for one.</summary>
public sealed record MailEvidence
{
    /// <summary><see cref="Name"/> of the stamp over the mail itself.</summary>
    public const string OfMail = "mail";

    /// <summary>Name of the registration; empty for the default one.</summary>
    public required string Tenant { get; init; }

    /// <summary>The mail in the outbox.</summary>
    public required string MailId { get; init; }

    /// <summary><c>mail</c>, or <c>report-</c> and the beginning of the report's hash: the same report is stamped once.</summary>
    public required string Name { get; init; }

    /// <summary>When it was ordered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the service is asked next; <see langword="null"/>: never.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How often it was asked without success.</summary>
    public int Attempts { get; init; }

    /// <summary>Why there is no stamp, last.</summary>
    public EvidenceProblem? Problem { get; init; }

    /// <summary>The hash that was stamped, with which it is checked.</summary>
    public EvidenceHash? Hash { get; init; }

    /// <summary>Its value, hexadecimal.</summary>
    public string? HashValue { get; init; }

    /// <summary>The time that the service has signed.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The time stamp token (RFC 3161), DER.</summary>
    public IReadOnlyList<byte>? Token { get; init; }

    /// <summary>The certificates from the service's to the anchor, in PEM form: what is needed to check it later.</summary>
    public string? CertificatesPem { get; init; }

    /// <summary>
    /// What was looked up about their revocation when the stamp came, in PEM form: lists (<c>X509 CRL</c>) and answers of responders (<c>OCSP RESPONSE</c>). <see langword="null"/> where the
    /// settings look nothing up, nobody answered, or it is more than a megabyte.
    /// </summary>
    public string? RevocationPem { get; init; }

    /// <summary>The report, where it is over one; erased with the addresses of the mail.</summary>
    public IReadOnlyList<byte>? Data { get; init; }

    /// <summary>Raised by each change.</summary>
    public long Version { get; init; }

    /// <summary>How far it has come.</summary>
    public EvidenceState State => Token is not null ? EvidenceState.Stamped : DueAt is null ? EvidenceState.Lost : EvidenceState.Waiting;

    /// <summary>Identifiers and state only.</summary>
    public override string ToString() => $"MailEvidence {{ MailId = {MailId}, Name = {Name}, State = {State}, Problem = {Problem} }}";
}
