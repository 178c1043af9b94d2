namespace BaseComponents.SecureMail.Outbox;

/// <summary>How far a mail has come for one of its recipients.</summary>
public enum OutboxRecipientState
{
    /// <summary>Sealed and stored; nothing was handed over yet.</summary>
    Sealed,

    /// <summary>The mail server refused it for now, or was not reached; it is tried again.</summary>
    Deferred,

    /// <summary>The mail server has taken responsibility (250).</summary>
    Accepted,

    /// <summary>The whole mail may have been handed over, and no answer is known (RFC 1047).</summary>
    Ambiguous,

    /// <summary>Refused for good, or given up.</summary>
    Failed,
}
