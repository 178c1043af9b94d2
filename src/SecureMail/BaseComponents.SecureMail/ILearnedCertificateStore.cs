namespace BaseComponents.SecureMail;

/// <summary>
/// Keeps certificates that came with mail whose verdict was <see cref="SignatureVerdict.Valid"/>, apart from all others: they are asked for last, and every check is made again
/// when one is used.
/// </summary>
/// <remarks>Used only where <see cref="SecureMailOptions.LearnCertificates"/> is set. What is kept names a person: keep it as you keep your addresses.</remarks>
public interface ILearnedCertificateStore
{
    /// <summary>What is kept for an address.</summary>
    /// <param name="address">A mail address; its case says nothing.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<LearnedCertificate?> FindAsync(string address, CancellationToken cancellationToken = default);

    /// <summary>Keeps one certificate for its address, in place of the one before.</summary>
    /// <param name="certificate">What was learned.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    Task KeepAsync(LearnedCertificate certificate, CancellationToken cancellationToken = default);
}
