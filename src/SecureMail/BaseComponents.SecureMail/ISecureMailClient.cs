namespace BaseComponents.SecureMail;

/// <summary>Sends mail, or seals it for a file, signed and encrypted; or refuses.</summary>
/// <remarks>Amtlich: „Elektronische Signatur und Verschlüsselung“ (BaK ESV), sichere E-Mail.</remarks>
public interface ISecureMailClient
{
    /// <summary>
    /// Signs and encrypts the message for every recipient and hands it to the mail server over verified TLS. Either all recipients of a mail are
    /// accepted or that mail is not sent.
    /// </summary>
    /// <remarks>
    /// A message with blind copies is several mails. All of them are checked, signed and encrypted before the first is sent. If the server takes one and not another, the rest is still tried, as long as the
    /// server answers, and the exception says <see cref="MailOutcome.Partly"/>, with the fate of each mail (<see cref="SecureMailException.Parts"/>).
    /// </remarks>
    /// <param name="message">What to send, and to whom.</param>
    /// <param name="cancellationToken">Stops the work until the last byte of the first mail is on its way; after that the server's answer is awaited, and the other mails are sent.</param>
    /// <returns>The server has taken responsibility for the mail.</returns>
    /// <exception cref="SecureMailException">
    /// Nothing was sent, or (<see cref="SecureMailException.Outcome"/>) the server's answer was lost, or some of the mails were sent.
    /// </exception>
    Task<MailReceipt> SendAsync(SecureMessage message, CancellationToken cancellationToken = default);

    /// <summary>
    /// Signs and encrypts the message for every recipient and writes the mail in its transfer form (RFC 5322), such as to an <c>.eml</c> file; nothing is sent. Attachments are
    /// read and written in one pass, in constant memory.
    /// </summary>
    /// <param name="message">What to seal, and for whom; without blind copies, which are mails of their own.</param>
    /// <param name="output">Where the mail goes; it is not closed. Of an encrypted mail only the header and ciphertext are written.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="SecureMailException">The message cannot be sealed. What was written until then is no whole mail: discard it.</exception>
    Task<MailSeal> SealAsync(SecureMessage message, Stream output, CancellationToken cancellationToken = default);
}
