namespace BaseComponents.SecureMail.Reports;

/// <summary>What a report says has happened to a mail (RFC 3464 section 2.3.3). Unknown actions keep their name, and change nothing.</summary>
/// <param name="Name">The word of the report, in lower case.</param>
public readonly record struct DeliveryAction(string Name)
{
    /// <summary>It could not be delivered.</summary>
    public static DeliveryAction Failed => new("failed");

    /// <summary>It could not be delivered yet, and is tried again.</summary>
    public static DeliveryAction Delayed => new("delayed");

    /// <summary>It lies in the recipient's mailbox.</summary>
    public static DeliveryAction Delivered => new("delivered");

    /// <summary>It was given to a server that makes no reports of its own.</summary>
    public static DeliveryAction Relayed => new("relayed");

    /// <summary>It was delivered to the address, and passed on to others.</summary>
    public static DeliveryAction Expanded => new("expanded");
}
