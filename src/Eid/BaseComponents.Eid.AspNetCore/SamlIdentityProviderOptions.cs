using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>The identity provider: by its addresses and certificates, or by its metadata. Either comes from the operator over a channel that is trusted.</summary>
public sealed class SamlIdentityProviderOptions
{
    /// <summary>Its name: the Issuer of its answers.</summary>
    [Required]
    public string? EntityId { get; set; }

    /// <summary>Where requests are posted to.</summary>
    public Uri? PostAddress { get; set; }

    /// <summary>Where requests are sent by redirect.</summary>
    public Uri? RedirectAddress { get; set; }

    /// <summary>Certificates whose keys may sign answers, as PEM text. While the operator changes keys the new one stands beside the old one.</summary>
    public string? CertificatesPem { get; set; }

    /// <summary>File with its metadata, instead of addresses and certificates.</summary>
    public string? MetadataPath { get; set; }

    /// <summary>SHA-256 of the metadata file in hexadecimal digits.</summary>
    public string? MetadataSha256 { get; set; }

    /// <summary>Certificates that may have signed the metadata, as PEM text; instead of its SHA-256.</summary>
    public string? MetadataSignersPem { get; set; }

    /// <summary>Where the identity provider publishes its current metadata: an https address or a file. Health checks compare it with these settings; nothing in it is trusted.</summary>
    /// <value><see langword="null"/>: nothing is compared.</value>
    public string? PublishedMetadata { get; set; }

    /// <summary>Roots that alone are trusted where <see cref="PublishedMetadata"/> are fetched, as PEM text.</summary>
    /// <value><see langword="null"/>: those of the operating system.</value>
    public string? PublishedMetadataAnchorsPem { get; set; }

    /// <summary>Proxy of the administrative network towards <see cref="PublishedMetadata"/>.</summary>
    /// <value><see langword="null"/>: the operating system's settings.</value>
    public Uri? PublishedMetadataProxy { get; set; }
}
