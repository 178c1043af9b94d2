using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Routing;

/// <summary>Where the routing service is, and whose signatures count. A change holds from the next start on.</summary>
public sealed class RoutingOptions
{
    /// <summary>Sandbox, Test or Production.</summary>
    /// <value>None: it must be set.</value>
    [Required]
    public AuthoritiesEnvironment? Environment { get; set; }

    /// <summary>Address of the routing service, without the version.</summary>
    /// <value>None: it must be set.</value>
    [Required]
    public Uri? BaseAddress { get; set; }

    /// <summary>Which version of the interface is spoken.</summary>
    /// <value><see cref="RoutingVersion.V2"/></value>
    [EnumDataType(typeof(RoutingVersion))]
    public RoutingVersion Version { get; set; } = RoutingVersion.V2;

    /// <summary>What stands between <see cref="BaseAddress"/> and the resources; empty for nothing.</summary>
    /// <value>None: <c>v1</c> or <c>v2</c>, as <see cref="Version"/> says.</value>
    public string? PathPrefix { get; set; }

    /// <summary>Who may sign destinations. The keys of nobody else are ever asked for.</summary>
    /// <value>Empty: at least one must be set.</value>
    [Required, ValidateEnumeratedItems]
    public IList<RoutingIssuerOptions> Issuers { get; set; } = [];

    /// <summary>The hosts that applications may be handed in at, such as the one of the environment, without scheme and path.</summary>
    /// <value>Empty: at least one must be set.</value>
    [Required]
    public IList<string> SubmissionHosts { get; set; } = [];

    /// <summary>Root certificates (PEM text) that alone are trusted for the routing service and the keys.</summary>
    /// <value>None: those of the operating system.</value>
    public string? TrustAnchorsPem { get; set; }

    /// <summary>The proxy of the administrative network.</summary>
    /// <value>None: the operating system's settings.</value>
    public Uri? Proxy { get; set; }

    /// <summary>What is sent as <c>User-Agent</c>: the service is said to refuse some.</summary>
    /// <value>None: nothing is sent.</value>
    public string? UserAgent { get; set; }

    /// <summary>How long one question may take, with all its pages and attempts; and how long the fetching of keys.</summary>
    /// <value>30 seconds; 1 second to 10 minutes.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait for the service's limit of requests; where it asks for more, the question fails at once and says so.</summary>
    /// <value>5 seconds; 0 to 5 minutes.</value>
    public TimeSpan LongestRateLimitWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The largest page that is read, in bytes.</summary>
    /// <value>8 MiB.</value>
    [Range(1024L, 64L * 1024 * 1024)]
    public long MaxAnswerBytes { get; set; } = 8L * 1024 * 1024;

    /// <summary>How many routes or areas a page has.</summary>
    /// <value>100; 1 to 500.</value>
    [Range(1, 500)]
    public int PageSize { get; set; } = 100;

    /// <summary>How many routes or areas an answer may have; more are a fault, since half an answer names wrong offices.</summary>
    /// <value>1000.</value>
    [Range(1, 100_000)]
    public int MaxResults { get; set; } = 1000;

    /// <summary>The shortest key that counts, in bits.</summary>
    /// <value>4096; 2048 to 8192.</value>
    [Range(2048, 8192)]
    public int MinimumKeyBits { get; set; } = 4096;

    /// <summary>How long fetched keys are used before they are fetched again. A key that was withdrawn counts for that long.</summary>
    /// <value>1 hour; 1 minute to 1 day.</value>
    public TimeSpan KeyLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long keys are used beyond <see cref="KeyLifetime"/> while they cannot be fetched.</summary>
    /// <value>4 hours; 0 to 1 day.</value>
    public TimeSpan StaleKeyLifetime { get; set; } = TimeSpan.FromHours(4);

    /// <summary>The shortest time between two fetches of one issuer's keys, whatever keys signatures name.</summary>
    /// <value>1 minute; 1 second to 1 hour, and not more than <see cref="KeyLifetime"/>.</value>
    public TimeSpan KeyRefetchInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How far in the future a signature may have been made, since clocks differ.</summary>
    /// <value>1 minute; 0 to 10 minutes.</value>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How old a signature may be.</summary>
    /// <value>None: any age.</value>
    public TimeSpan? MaxSignatureAge { get; set; }
}
