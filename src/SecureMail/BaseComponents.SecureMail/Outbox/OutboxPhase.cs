namespace BaseComponents.SecureMail.Outbox;

/// <summary>What a worker is doing with a mail, as the store knows it.</summary>
public enum OutboxPhase
{
    /// <summary>Waits until <see cref="OutboxMail.DueAt"/>.</summary>
    Waiting,

    /// <summary>A worker holds the lease; the end of the mail has not been written.</summary>
    Sending,

    /// <summary>A worker holds the lease, and the end of the mail was about to be written: from here on it may have been accepted.</summary>
    HandingOver,

    /// <summary>At least one recipient is ambiguous, and a person has to decide.</summary>
    Held,

    /// <summary>Accepted or failed for each recipient.</summary>
    Settled,
}
