namespace BaseComponents.SecureMail.Outbox;

/// <summary>
/// Where stored mails lie. Every operation is one atomic step; several workers, in any processes, share a store. Whether an implementation keeps these promises is said by
/// <c>MailOutboxConformance</c> in BaseComponents.SecureMail.Testing.
/// </summary>
public interface IMailOutboxStore
{
    /// <summary>Whether the mails outlive the process.</summary>
    bool IsDurable { get; }

    /// <summary>All mails of one key, in the order of sending.</summary>
    Task<IReadOnlyList<OutboxMail>> FindKeyAsync(string tenant, string keyHash, CancellationToken cancellationToken = default);

    /// <summary>One mail.</summary>
    Task<OutboxMail?> FindAsync(string tenant, string id, CancellationToken cancellationToken = default);

    /// <summary>The mail with an ENVID.</summary>
    Task<OutboxMail?> FindEnvelopeAsync(string tenant, string envelopeId, CancellationToken cancellationToken = default);

    /// <summary>The mails with a Message-ID.</summary>
    Task<IReadOnlyList<OutboxMail>> FindMessageAsync(string tenant, string messageId, CancellationToken cancellationToken = default);

    /// <summary>The content as it was stored; <see langword="null"/> where it was purged.</summary>
    Task<byte[]?> ReadContentAsync(string tenant, string id, CancellationToken cancellationToken = default);

    /// <summary>Replaces the mail, if its version is still the one that is given; it is then raised by one. What reports say of its recipients stays as it is.</summary>
    /// <param name="mail">The new state, with the version that was read. Without <see cref="OutboxMail.HasContent"/> the content is deleted in the same step.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it was replaced.</returns>
    Task<bool> TryUpdateAsync(OutboxMail mail, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces <see cref="OutboxRecipient.Delivery"/> of all recipients, and nothing else, if <see cref="OutboxMail.DeliveryVersion"/> is still the one that is given; it is then raised by one. The version of the mail
    /// stays, so a worker that holds it is not disturbed.
    /// </summary>
    /// <returns>Whether it was replaced.</returns>
    Task<bool> TryRecordDeliveryAsync(OutboxMail mail, CancellationToken cancellationToken = default);

    /// <summary>Takes mails that are due: <see cref="OutboxMail.DueAt"/> becomes the end of the lease, and the version is raised. No mail is given to two callers.</summary>
    /// <returns>The mails in the phase in which they were found.</returns>
    Task<IReadOnlyList<OutboxMail>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default);

    /// <summary>The mails of a tenant, oldest first.</summary>
    IAsyncEnumerable<OutboxMail> ListAsync(string tenant, OutboxFilter filter, CancellationToken cancellationToken = default);
}
