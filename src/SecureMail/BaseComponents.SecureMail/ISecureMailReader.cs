namespace BaseComponents.SecureMail;

/// <summary>Decrypts a received mail and says what its signature is worth.</summary>
public interface ISecureMailReader
{
    /// <summary>Reads one mail in its transfer form (RFC 5322, as kept in an <c>.eml</c> file).</summary>
    /// <param name="mail">The mail; read up to <see cref="SecureMailLimits.MaxIncomingSize"/> bytes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The content, with a verdict. A bad signature is a verdict, not an exception.</returns>
    /// <exception cref="SecureMailException">The mail is too large, is no mail, or cannot be decrypted with the configured keys.</exception>
    Task<ReceivedMail> OpenAsync(Stream mail, CancellationToken cancellationToken = default);

    /// <summary>Reads a mail that was kept since, and judges its signature as of then: a certificate that has expired since was good. Revocation is looked up as of now.</summary>
    /// <param name="mail">As above.</param>
    /// <param name="receivedAt">When the mail came, from a source that the sender cannot write: the own mail server or store, never a header of the mail. The future counts as now.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <inheritdoc cref="OpenAsync(Stream, CancellationToken)" path="/returns|/exception"/>
    Task<ReceivedMail> OpenAsync(Stream mail, DateTimeOffset receivedAt, CancellationToken cancellationToken = default);

    /// <summary>Says how a mail is protected: layers, algorithms, whose keys open it, who signed. Also of a mail that is for another key, as far as it can be seen.</summary>
    /// <param name="mail">The mail; read up to <see cref="SecureMailLimits.MaxIncomingSize"/> bytes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="SecureMailException">The mail is too large, or is no mail.</exception>
    Task<MailExplanation> ExplainAsync(Stream mail, CancellationToken cancellationToken = default);
}
