using System.ComponentModel.DataAnnotations;

namespace BaseComponents.SecureMail;

/// <summary>Who sends and signs.</summary>
public sealed class SenderOptions
{
    /// <summary>Address in From; it must stand in the certificate as a subject alternative name.</summary>
    [Required]
    public string? Address { get; set; }

    /// <summary>Name beside the address, such as the authority's.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Certificate with key that signs S/MIME mail. It may be left out where <see cref="OpenPgpOptions.SigningKey"/> is set: then only mail by OpenPGP can be sent.</summary>
    [Required]
    public CertificateOptions Certificate { get; set; } = new();

    /// <summary>Certificate with key that mail to oneself is encrypted for, where that is another one than the one that signs.</summary>
    /// <value><see langword="null"/>: that of <see cref="Certificate"/>; in a PKCS#12 file with several, the one made for encryption.</value>
    public CertificateOptions? EncryptionCertificate { get; set; }

    /// <summary>Certificates between the signer's and the anchor, in PEM form; sent along with each signature.</summary>
    public string? IntermediatesPem { get; set; }

    /// <summary>Padding of the RSA signature.</summary>
    /// <value><see cref="SignaturePadding.Pkcs1"/>, which every S/MIME reader verifies.</value>
    public SignaturePadding SignaturePadding { get; set; } = SignaturePadding.Pkcs1;

    /// <summary>What the outer header of an encrypted mail shows.</summary>
    /// <value><see cref="HeaderConfidentiality.Baseline"/>: not the subject.</value>
    public HeaderConfidentiality HeaderConfidentiality { get; set; } = HeaderConfidentiality.Baseline;

    /// <summary>Whether each mail is also encrypted for the sender's own certificate for encryption, so that a kept copy can be read.</summary>
    /// <value><see langword="false"/></value>
    public bool EncryptToSelf { get; set; }

    /// <summary>Secret of the Message-IDs that are made from <see cref="SecureMessage.Key"/>; at least 16 characters.</summary>
    /// <value><see langword="null"/>: derived from the signing key, so the Message-ID of a key changes when the signing key does.</value>
    [MinLength(16)]
    public string? MessageIdSecret { get; set; }
}
