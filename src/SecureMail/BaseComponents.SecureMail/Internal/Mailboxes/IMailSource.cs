namespace BaseComponents.SecureMail.Internal.Mailboxes;

/// <summary>Where mails lie until somebody takes them. Faults are <see cref="SecureMailException"/>; a transient one is an outage.</summary>
internal interface IMailSource : IAsyncDisposable
{
    /// <summary>Claims the mails that are there now and due, one at a time.</summary>
    IAsyncEnumerable<IMailClaim> ClaimAsync(CancellationToken cancellationToken);

    /// <summary>Waits until there may be another mail.</summary>
    Task WaitAsync(CancellationToken cancellationToken);
}
