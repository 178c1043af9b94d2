namespace BaseComponents.SecureMail;

/// <summary>Sends mail, or seals it for a file, signed and encrypted; or refuses.</summary>
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

    /// <summary>
    /// Signs and encrypts the message for every recipient and writes the mail in its transfer form (RFC 5322), such as to an <c>.eml</c> file; nothing is sent. Attachments are
    /// read and written in one pass, in constant memory.
    /// </summary>
    /// <param name="message">What to seal, and for whom.</param>
    /// <param name="output">Where the mail goes; it is not closed. Of an encrypted mail only the header and ciphertext are written.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="SecureMailException">The message cannot be sealed. What was written until then is no whole mail: discard it.</exception>
    Task<MailSeal> SealAsync(SecureMessage message, Stream output, CancellationToken cancellationToken = default);
}
