namespace BaseComponents.Eid;

/// <summary>Where the state's mailbox of the user is. An address, not the user: it can change, and two log-ins may share it.</summary>
/// <remarks>
/// Postfachhandle (BundID legacyPostkorbHandle, MUK Postfachhandle). It converts to nothing and prints nothing, so that it does not end up as
/// a user key: that is <see cref="EidPseudonym"/>.
/// </remarks>
public sealed record MailboxHandle
{
    /// <summary>The handle as the service gave it.</summary>
    /// <param name="value">Not empty.</param>
    /// <exception cref="ArgumentException">The handle is empty.</exception>
    public MailboxHandle(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        Value = value;
    }

    /// <summary>What a message to the mailbox is addressed with.</summary>
    public string Value { get; }

    /// <summary>The name of the type: the value stays out of logs.</summary>
    public override string ToString() => nameof(MailboxHandle);
}
