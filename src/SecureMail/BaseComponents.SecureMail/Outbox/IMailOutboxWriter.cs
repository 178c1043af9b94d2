namespace BaseComponents.SecureMail.Outbox;

/// <summary>Adds mails in the caller's transaction. One for each scope of the caller.</summary>
public interface IMailOutboxWriter
{
    /// <summary>The mails of one key that are stored, or were added in this transaction.</summary>
    Task<IReadOnlyList<OutboxMail>> FindKeyAsync(string tenant, string keyHash, CancellationToken cancellationToken = default);

    /// <summary>Adds all mails of one message.</summary>
    /// <returns>Whether they were added; not where one of them exists already.</returns>
    Task<bool> TryAddAsync(IReadOnlyList<(OutboxMail Mail, byte[] Content)> mails, CancellationToken cancellationToken = default);
}
