namespace BaseComponents.SecureMail.Outbox;

/// <summary>Stores sealed mails with the caller's own data; workers send them. Scoped, as the caller's database context is.</summary>
public interface ISecureMailOutbox
{
    /// <summary>
    /// Checks, signs and encrypts the message now, and stores the ciphertext in the caller's transaction: what cannot be sealed is refused here, and what is rolled back is never sent.
    /// </summary>
    /// <remarks>With an outbox in the application's own context the mails are added to it, and stored by its <c>SaveChangesAsync</c>.</remarks>
    /// <param name="message">The message; <see cref="SecureMessage.Key"/> is required. The same key is the same mail: where it exists already, that one is returned, and this message is not looked at.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The mails that the message became.</returns>
    /// <exception cref="SecureMailException">The message cannot be sealed, or would be stored in plain text.</exception>
    Task<IReadOnlyList<OutboxMail>> EnqueueAsync(SecureMessage message, CancellationToken cancellationToken = default);

    /// <summary>The mails of a key; empty where there are none.</summary>
    Task<IReadOnlyList<OutboxMail>> GetAsync(string key, CancellationToken cancellationToken = default);
}
