using System.ComponentModel.DataAnnotations;

namespace BaseComponents.SecureMail;

/// <summary>A recipient that mail can be encrypted for.</summary>
public sealed class RecipientOptions
{
    /// <summary>Mail address; it must stand in the certificate as a subject alternative name, and in the OpenPGP key as a user id.</summary>
    [Required]
    public string? Address { get; set; }

    /// <summary>The recipient's certificate in PEM form, followed by those between it and the anchor. Validated at every sending. It or <see cref="OpenPgpKey"/> must be set.</summary>
    public string? CertificatePem { get; set; }

    /// <summary>
    /// The recipient's public OpenPGP key, one of whose user ids names the address. Validated at every sending, and used where no certificate is set; a signature by this key counts
    /// for mail from the address.
    /// </summary>
    public OpenPgpKeyOptions? OpenPgpKey { get; set; }

    /// <summary>How the content key is encrypted for this recipient.</summary>
    /// <value><see langword="null"/>: what the certificate says (smimeCapabilities, RFC 4262), else <see cref="SecureMailOptions.DefaultKeyTransport"/>.</value>
    public KeyTransport? KeyTransport { get; set; }

    /// <summary>How the content is encrypted where all recipients of a mail read it.</summary>
    /// <value><see langword="null"/>: what the certificate says (smimeCapabilities, RFC 4262), else <see cref="SecureMailOptions.DefaultContentEncryption"/>.</value>
    public ContentEncryption? ContentEncryption { get; set; }
}
