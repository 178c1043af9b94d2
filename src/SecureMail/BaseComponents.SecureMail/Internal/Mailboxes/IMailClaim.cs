namespace BaseComponents.SecureMail.Internal.Mailboxes;

/// <summary>A mail that nobody else gets while it is claimed. Disposing it ends what keeps the claim alive, not the claim.</summary>
internal interface IMailClaim : IAsyncDisposable
{
    DateTimeOffset ReceivedAt { get; }

    /// <summary>This handing out included; more than the limit where the mail has had all its attempts.</summary>
    int Attempt { get; }

    long Size { get; }

    Task<Stream> OpenAsync(CancellationToken cancellationToken);

    Task AcknowledgeAsync(CancellationToken cancellationToken);

    Task SetAsideAsync(SetAsideReason reason, CancellationToken cancellationToken);

    /// <summary>Gives it back, to come again later.</summary>
    /// <param name="counts">Whether this was an attempt.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task ReturnAsync(bool counts, CancellationToken cancellationToken);
}
