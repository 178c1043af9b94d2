using System.ComponentModel.DataAnnotations;

namespace BaseComponents.SecureMail;

/// <summary>A domain that publishes the OpenPGP keys of its mailboxes.</summary>
public sealed class WebKeyDomainOptions
{
    /// <summary>The part of the addresses behind the @; those of its subdomains do not count.</summary>
    [Required]
    public string? Domain { get; set; }

    /// <summary>Where the directory stands, as <c>https://host</c> with or without a port: inside the administrative network, wherever that is.</summary>
    /// <value><see langword="null"/>: on the public network, at <c>openpgpkey.</c> and the domain (advanced method), or where that name does not exist at the domain itself (direct method).</value>
    public Uri? Server { get; set; }

    /// <summary>Roots for the TLS certificate of the directory in PEM form; if set, these alone are trusted there.</summary>
    /// <value><see langword="null"/>: the roots of the operating system.</value>
    public string? TrustAnchorsPem { get; set; }
}
