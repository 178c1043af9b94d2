using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Bulk;

/// <summary>Where the bulk data comes from, with which credentials, and how much of it is taken.</summary>
public sealed class BulkDeliveryOptions
{
    /// <summary>Sandbox, Test or Production.</summary>
    /// <value>None: it must be set.</value>
    [Required]
    public AuthoritiesEnvironment? Environment { get; set; }

    /// <summary>The base of the service, https, with a slash at its end. Pages are fetched below it and nowhere else.</summary>
    /// <value>None: it must be set.</value>
    [Required]
    public Uri? BaseAddress { get; set; }

    /// <summary>The call that gives out the data, below <see cref="BaseAddress"/>.</summary>
    /// <value><c>v3/verwaltungsobjekte/xzufi-2-3-1</c></value>
    [Required, StringLength(200, MinimumLength = 1)]
    public string Path { get; set; } = "v3/verwaltungsobjekte/xzufi-2-3-1";

    /// <summary>The query of the first request, without question mark, such as <c>index=0</c>. Which there are is unconfirmed.</summary>
    /// <value>None.</value>
    [StringLength(500)]
    public string? Query { get; set; }

    /// <summary>Where access tokens are given out, https.</summary>
    /// <value>None: it must be set.</value>
    [Required]
    public Uri? TokenAddress { get; set; }

    /// <summary>Client id, from the operator.</summary>
    /// <value>None: it must be set.</value>
    [Required, StringLength(200, MinimumLength = 1)]
    public string ClientId { get; set; } = "";

    /// <summary>Client secret. Keep it out of files: user secrets, environment, vault.</summary>
    /// <value>None: it must be set.</value>
    [Required, StringLength(1000, MinimumLength = 1)]
    public string ClientSecret { get; set; } = "";

    /// <summary>The scope to ask for.</summary>
    /// <value>None is sent.</value>
    [StringLength(200)]
    public string? Scope { get; set; }

    /// <summary>Whether id and secret go into the body of the token request instead of its header (RFC 6749 section 2.3.1).</summary>
    /// <value>false</value>
    public bool SecretInBody { get; set; }

    /// <summary>Root certificates (PEM text) that alone are trusted.</summary>
    /// <value>None: those of the operating system.</value>
    public string? TrustAnchorsPem { get; set; }

    /// <summary>The proxy of the administrative network.</summary>
    /// <value>None: the operating system's settings.</value>
    public Uri? Proxy { get; set; }

    /// <summary>The largest answer that is taken, in bytes. A directory reads no page beyond its own <see cref="AuthoritiesOptions.MaxFileBytes"/>.</summary>
    /// <value>512 MiB.</value>
    [Range(1024L, 8L * 1024 * 1024 * 1024)]
    public long MaxPageBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>How long all pages of a folder may be together, in bytes.</summary>
    /// <value>64 GiB.</value>
    [Range(1024L, 1024L * 1024 * 1024 * 1024)]
    public long MaxBytes { get; set; } = 64L * 1024 * 1024 * 1024;

    /// <summary>How many pages a folder may have.</summary>
    /// <value>100,000.</value>
    [Range(1, 10_000_000)]
    public int MaxPages { get; set; } = 100_000;

    /// <summary>How long one page may take, with all waiting for it.</summary>
    /// <value>15 minutes; 1 second to 1 day.</value>
    public TimeSpan PageTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long one call may take; then it stops as if it had been stopped.</summary>
    /// <value>12 hours; 1 second to 30 days.</value>
    public TimeSpan RunTimeout { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long the service may ask to wait. Where it asks for more, the run stops and says so.</summary>
    /// <value>5 minutes; none to 1 day.</value>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Element names of the delivery that no public source confirms; each page is read once before it counts.</summary>
    [Required, ValidateObjectMembers]
    public XzufiNames Xzufi { get; set; } = new();
}
