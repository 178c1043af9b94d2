namespace BaseComponents.SecureMail.Outbox;

/// <summary>The outbox for its operators.</summary>
public interface ISecureMailOutboxOperations
{
    /// <summary>Mails, oldest first.</summary>
    IAsyncEnumerable<OutboxMail> ListAsync(OutboxFilter filter, CancellationToken cancellationToken = default);

    /// <summary>One mail.</summary>
    Task<OutboxMail?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Sends the recipients that wait or have failed again, at once. Ambiguous ones need <see cref="ResolveAsync"/>.</summary>
    /// <param name="id">The mail.</param>
    /// <param name="reason">Why; without personal data.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether anything is to be sent.</returns>
    Task<bool> RetryAsync(string id, string reason, CancellationToken cancellationToken = default);

    /// <summary>Ends the ambiguity of a mail.</summary>
    /// <param name="id">The mail.</param>
    /// <param name="decision">What was found out.</param>
    /// <param name="reason">How; without personal data.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it was ambiguous, and is not any more.</returns>
    Task<bool> ResolveAsync(string id, OutboxDecision decision, string reason, CancellationToken cancellationToken = default);

    /// <summary>
    /// Holds every mail that is not settled, for a person. For a database that was restored: mails that were sent after the backup wait in it again, and nothing in it can tell them from those that were not.
    /// Call it while no worker runs; then <see cref="ResolveAsync"/> says of each what the mail server's log shows.
    /// </summary>
    /// <param name="reason">Why; without personal data.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many mails are held by it. Those that were held before stay so.</returns>
    Task<int> HoldUnsettledAsync(string reason, CancellationToken cancellationToken = default);

    /// <summary>Deletes contents and addresses whose time is over. Workers do it on their own.</summary>
    /// <returns>How many mails were changed.</returns>
    Task<int> PurgeAsync(CancellationToken cancellationToken = default);

    /// <summary>Erases one person's address from all mails that are settled, and their contents.</summary>
    /// <returns>How many mails were changed, and how many still have to be sent or decided and were left.</returns>
    Task<(int Erased, int Left)> ErasePersonAsync(string address, CancellationToken cancellationToken = default);
}
