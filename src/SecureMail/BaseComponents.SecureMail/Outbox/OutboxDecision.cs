namespace BaseComponents.SecureMail.Outbox;

/// <summary>What a person found out about an ambiguous mail.</summary>
public enum OutboxDecision
{
    /// <summary>The mail server has it: its log names the Message-ID.</summary>
    WasAccepted,

    /// <summary>The mail server does not have it, or a duplicate does no harm: the same bytes are sent again.</summary>
    SendAgain,

    /// <summary>It is not sent any more.</summary>
    GiveUp,
}
