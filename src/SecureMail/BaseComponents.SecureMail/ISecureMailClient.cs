namespace BaseComponents.SecureMail;

/// <summary>Sends mail that is signed and encrypted, or refuses.</summary>
/// <remarks>Amtlich: „Elektronische Signatur und Verschlüsselung“ (BaK ESV), sichere E-Mail.</remarks>
public interface ISecureMailClient
{
    /// <summary>
    /// Signs and encrypts the message for every recipient and hands it to the mail server over verified TLS. Either all recipients are
    /// accepted or nothing is sent.
    /// </summary>
    /// <param name="message">What to send, and to whom.</param>
    /// <param name="cancellationToken">Stops the work until the last byte of the mail is on its way; after that the server's answer is awaited.</param>
    /// <returns>The server has taken responsibility for the mail.</returns>
    /// <exception cref="SecureMailException">
    /// Nothing was sent, or (<see cref="SecureMailException.Outcome"/> is <see cref="MailOutcome.Unknown"/>) the server's answer was lost.
    /// </exception>
    Task<MailReceipt> SendAsync(SecureMessage message, CancellationToken cancellationToken = default);
}
