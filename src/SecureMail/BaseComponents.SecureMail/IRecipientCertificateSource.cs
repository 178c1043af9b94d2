namespace BaseComponents.SecureMail;

/// <summary>Where certificates of recipients are looked up: an application's own register, a directory. What it finds is checked before each use like any other.</summary>
/// <remarks>Amtlich: Zertifikatsverzeichnis. Registered with <see cref="SecureMailBuilder.AddCertificateSource"/>; what the settings pin goes before every source.</remarks>
public interface IRecipientCertificateSource
{
    /// <summary>Looks one address up.</summary>
    /// <param name="address">A mail address; its case says nothing.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>All that is known, in any order; empty where the address is unknown, and only then is the next source asked.</returns>
    /// <exception cref="SecureMailException">The source cannot answer. The mail is not sent then, and no other source is asked.</exception>
    Task<IReadOnlyList<RecipientCertificate>> FindAsync(string address, CancellationToken cancellationToken = default);
}
