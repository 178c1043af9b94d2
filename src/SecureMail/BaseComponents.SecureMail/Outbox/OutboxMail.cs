namespace BaseComponents.SecureMail.Outbox;

/// <summary>One mail in the outbox, without its content. A message with blind copies is several.</summary>
public sealed record OutboxMail
{
    /// <summary>Name of the registration that sends it; empty for the default one.</summary>
    public required string Tenant { get; init; }

    /// <summary>Hash of the caller's key and the number of the mail in its message. It holds no personal data.</summary>
    public required string Id { get; init; }

    /// <summary>Hash of the caller's key (SHA-256, hexadecimal). It stays when everything else is erased, so that a key is never sent twice.</summary>
    public required string KeyHash { get; init; }

    /// <summary>Message-ID without angle brackets; the same on every attempt.</summary>
    public required string MessageId { get; init; }

    /// <summary>Random ENVID (RFC 3461) that the mail servers repeat in their reports; the recipients do not see it in the mail.</summary>
    public required string EnvelopeId { get; init; }

    /// <summary>Whom the envelope names.</summary>
    public required IReadOnlyList<OutboxRecipient> Recipients { get; init; }

    /// <summary>Size of the mail in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the mail as it crosses the wire, hexadecimal: every attempt sends these bytes.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Who encrypts it.</summary>
    public OutboxProtection Protection { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it changed last.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What a worker is doing with it.</summary>
    public OutboxPhase Phase { get; init; }

    /// <summary>When a worker may take it: the next attempt, or the end of the lease. <see langword="null"/>: never.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Attempts begun.</summary>
    public int Attempts { get; init; }

    /// <summary>How often it was sent again without knowing the fate of the attempt before.</summary>
    public int Resends { get; init; }

    /// <summary>Why a person decided what they decided, last.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the store still has the content.</summary>
    public bool HasContent { get; init; } = true;

    /// <summary>Raised by each change; who read an old one changes nothing.</summary>
    public long Version { get; init; }

    /// <summary>Raised by each report that was recorded, and by nothing else: a report does not take the mail out of a worker's hands.</summary>
    public long DeliveryVersion { get; init; }

    /// <summary>Identifiers and states only.</summary>
    public override string ToString() => $"OutboxMail {{ Id = {Id}, Phase = {Phase}, Attempts = {Attempts} }}";
}
