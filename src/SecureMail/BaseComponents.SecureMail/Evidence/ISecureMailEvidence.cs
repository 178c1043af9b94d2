namespace BaseComponents.SecureMail.Evidence;

/// <summary>
/// Time stamps (RFC 3161) over the mails of the outbox and the reports about them: that these bytes were there at a time. A host asks for them in the background; mails never wait for them.
/// </summary>
public interface ISecureMailEvidence
{
    /// <summary>Asks for what is due; a host does it by itself.</summary>
    /// <returns>How many stamps were asked for, and how many came.</returns>
    Task<(int Asked, int Stamped)> RunOnceAsync(CancellationToken cancellationToken = default);

    /// <summary>The evidence of a mail, also that which is waited for.</summary>
    Task<IReadOnlyList<MailEvidence>> FindAsync(string mailId, CancellationToken cancellationToken = default);

    /// <summary>
    /// The stamps of a mail as files that OpenSSL checks: <c>NAME.tst</c> (the token), <c>NAME.pem</c> (certificates), <c>NAME.hash</c> (algorithm and value), <c>NAME.crl</c>
    /// (revocation lists, PEM) and <c>NAME.1.ocsp</c> (a responder's answer, DER) where they were looked up, and, while it is stored, <c>NAME.eml</c> (what was stamped). The mail is the one that crossed the wire.
    /// </summary>
    /// <returns>Empty where there is no stamp.</returns>
    /// <exception cref="SecureMailException">The stored mail is damaged, or its key cannot be loaded.</exception>
    Task<IReadOnlyList<EvidenceFile>> ExportAsync(string mailId, CancellationToken cancellationToken = default);
}
