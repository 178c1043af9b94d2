namespace BaseComponents.SecureMail.Evidence;

/// <summary>Where time stamps lie, beside the mails of the outbox. Every operation is one atomic step; several processes share a store.</summary>
public interface IMailEvidenceStore
{
    /// <summary>Mails that were stored since, and have no evidence of their own yet; oldest first.</summary>
    /// <returns>Their <see cref="Outbox.OutboxMail.Id"/>.</returns>
    Task<IReadOnlyList<string>> FindUnstampedAsync(string tenant, DateTimeOffset since, int count, CancellationToken cancellationToken = default);

    /// <summary>Adds an order.</summary>
    /// <returns>Whether it was added; not where one of its name exists.</returns>
    Task<bool> TryAddAsync(MailEvidence evidence, CancellationToken cancellationToken = default);

    /// <summary>Takes orders that are due: <see cref="MailEvidence.DueAt"/> becomes the end of the lease, and the version is raised. None is given to two callers.</summary>
    Task<IReadOnlyList<MailEvidence>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default);

    /// <summary>Replaces it, if its version is still the one that is given; it is then raised by one.</summary>
    Task<bool> TryUpdateAsync(MailEvidence evidence, CancellationToken cancellationToken = default);

    /// <summary>All evidence of a mail.</summary>
    Task<IReadOnlyList<MailEvidence>> FindAsync(string tenant, string mailId, CancellationToken cancellationToken = default);

    /// <summary>Deletes the reports themselves, which hold addresses; the stamps over them stay.</summary>
    Task EraseDataAsync(string tenant, string mailId, CancellationToken cancellationToken = default);

    /// <summary>Deletes evidence that was ordered before.</summary>
    /// <returns>How much.</returns>
    Task<int> DeleteBeforeAsync(string tenant, DateTimeOffset createdBefore, CancellationToken cancellationToken = default);
}
