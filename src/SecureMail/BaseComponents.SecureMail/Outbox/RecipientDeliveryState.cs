namespace BaseComponents.SecureMail.Outbox;

/// <summary>What reports say about one recipient, in the order in which a later one takes the place of an earlier one.</summary>
public enum RecipientDeliveryState
{
    /// <summary>A mail server could not deliver it yet, and goes on trying.</summary>
    Delayed,

    /// <summary>It was given to a mail server that makes no reports: nothing more will be heard.</summary>
    Relayed,

    /// <summary>It was delivered to the address, and passed on to others.</summary>
    Expanded,

    /// <summary>It lies in the recipient's mailbox.</summary>
    Delivered,

    /// <summary>It could not be delivered. A mail that was delivered and then passed on may fail as well: it counts, since somebody has to look.</summary>
    Failed,

    /// <summary>The recipient's program has deleted it, perhaps without showing it.</summary>
    Deleted,

    /// <summary>The recipient's program has worked on it, sent it on or printed it.</summary>
    Processed,

    /// <summary>The recipient's program has shown it.</summary>
    Displayed,
}
