namespace BaseComponents.SecureMail.Outbox;

/// <summary>Which mails are listed. Empty: all.</summary>
public sealed record OutboxFilter
{
    /// <summary>Only these phases.</summary>
    /// <value>Empty: any.</value>
    public IReadOnlyList<OutboxPhase> Phases { get; init; } = [];

    /// <summary>Only those that were changed before.</summary>
    public DateTimeOffset? UpdatedBefore { get; init; }

    /// <summary>Only those whose content is still there, or not.</summary>
    public bool? HasContent { get; init; }

    /// <summary>
    /// Whether the list goes on without what cannot be read: changed by hand, or written by a newer package. It is logged then. Otherwise such a mail ends the list with a
    /// <see cref="SecureMailException"/> (<see cref="SecureMailErrors.OutboxDamaged"/>), so that nobody takes it for complete.
    /// </summary>
    public bool SkipsUnreadable { get; init; }
}
