namespace BaseComponents.SecureMail.Outbox;

/// <summary>What happens to a mail whose fate is unknown.</summary>
public enum AmbiguousPolicy
{
    /// <summary>It waits for a person.</summary>
    Hold,

    /// <summary>The same bytes with the same Message-ID are sent once more, after <see cref="OutboxOptions.ResendDelay"/>; it then waits for a person. For relays that recognise duplicates.</summary>
    ResendOnce,
}
