using System.ComponentModel.DataAnnotations;
using BaseComponents.SecureMail.Outbox;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail;

/// <summary>Settings of one sender, such as one authority. Section <c>BaseComponents:SecureMail</c>.</summary>
public sealed class SecureMailOptions
{
    /// <summary>Which world the settings belong to. Required.</summary>
    [Required]
    public SecureMailEnvironment? Environment { get; set; }

    /// <summary>The mail server that takes the mails.</summary>
    [Required, ValidateObjectMembers]
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>Who signs.</summary>
    [Required, ValidateObjectMembers]
    public SenderOptions Sender { get; set; } = new();

    /// <summary>What may be done for a recipient whose key nobody knows.</summary>
    /// <value><see cref="MailPolicy.RequireEncryption"/>: the mail is refused.</value>
    public MailPolicy Policy { get; set; } = MailPolicy.RequireEncryption;

    /// <summary>The reasons that <see cref="MailProtection.Plain"/> may be given with, word for word.</summary>
    /// <value>Empty: any fixed text.</value>
    public IList<string> PlainReasons { get; set; } = [];

    /// <summary>Profile of the gateway behind the mail server.</summary>
    [Required, ValidateObjectMembers]
    public GatewayOptions Gateway { get; set; } = new();

    /// <summary>How stored mails are sent, and how long they are kept.</summary>
    [Required, ValidateObjectMembers]
    public OutboxOptions Outbox { get; set; } = new();

    /// <summary>Recipients whose certificates are pinned: they are looked up nowhere else.</summary>
    /// <value>Empty: every encrypted mail is refused, unless a source of certificates (<see cref="IRecipientCertificateSource"/>) knows its recipients.</value>
    [ValidateEnumeratedItems]
    public IList<RecipientOptions> Recipients { get; set; } = [];

    /// <summary>
    /// Whether the certificate of the signer of a valid mail may be used for encrypting to its address, where neither <see cref="Recipients"/> nor a directory knows one.
    /// </summary>
    /// <value><see langword="false"/>: nothing is learned from received mail.</value>
    public bool LearnCertificates { get; set; }

    /// <summary>Roots that certificates of recipients and signers must lead to, in PEM form. The operating system's roots are not used.</summary>
    [Required]
    public string? TrustAnchorsPem { get; set; }

    /// <summary>Whether certificates have been revoked.</summary>
    [Required, ValidateObjectMembers]
    public RevocationOptions Revocation { get; set; } = new();

    /// <summary>Roots of the services whose time stamps on signatures are believed (RFC 3161), in PEM form.</summary>
    /// <value><see langword="null"/>: no time stamp counts, and signatures are judged at the time of reception.</value>
    public string? TimeStampAnchorsPem { get; set; }

    /// <summary>Certificates with keys that received mail may be encrypted for: the current ones and those before.</summary>
    /// <value>Empty: encrypted mail cannot be read.</value>
    public IList<CertificateOptions> DecryptionKeys { get; set; } = [];

    /// <summary>How long before its end the sender's or a pinned recipient's certificate is warned of.</summary>
    /// <value>30 days</value>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan WarnBeforeExpiry { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Key transport for a recipient whose settings and certificate say nothing.</summary>
    /// <value><see cref="KeyTransport.Pkcs1"/>, which every S/MIME reader knows.</value>
    public KeyTransport DefaultKeyTransport { get; set; } = KeyTransport.Pkcs1;

    /// <summary>Encryption of the content for a recipient whose settings and certificate say nothing.</summary>
    /// <value><see cref="ContentEncryption.Cbc"/>, which every S/MIME reader knows.</value>
    public ContentEncryption DefaultContentEncryption { get; set; } = ContentEncryption.Cbc;

    /// <summary>Our own OpenPGP keys.</summary>
    /// <value>None: mail is S/MIME.</value>
    [Required, ValidateObjectMembers]
    public OpenPgpOptions OpenPgp { get; set; } = new();

    /// <summary>Sizes and counts.</summary>
    [Required, ValidateObjectMembers]
    public SecureMailLimits Limits { get; set; } = new();
}
