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
}
