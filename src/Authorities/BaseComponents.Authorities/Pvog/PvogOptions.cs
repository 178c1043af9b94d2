using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Pvog;

/// <summary>How a directory asks the search service of the portal network.</summary>
/// <remarks>PVOG Suchdienst. What public sources say of it, and what they do not: docs/standards.md, Authorities.</remarks>
public sealed class PvogOptions
{
    /// <summary>Where the service is: what stands before the paths, such as <c>https://host.example/suchdienst/api</c>.</summary>
    /// <value>None: it must be set.</value>
    [Required]
    public Uri? BaseAddress { get; set; }

    /// <summary>The path of each resource. Each has a version of its own, which ends some months after the next one is there.</summary>
    [Required, ValidateObjectMembers]
    public PvogPaths Paths { get; set; } = new();

    /// <summary>Names in requests and answers that no public source confirms.</summary>
    [Required, ValidateObjectMembers]
    public PvogNames Names { get; set; } = new();

    /// <summary>What the client calls itself to the service.</summary>
    /// <value>None: the header is not sent.</value>
    public string? ClientId { get; set; }

    /// <summary>The header that carries <see cref="ClientId"/>.</summary>
    /// <value><c>pvog-sud-api-client-id</c>.</value>
    [Required, RegularExpression("^[A-Za-z0-9-]{1,100}$")]
    public string ClientIdHeader { get; set; } = "pvog-sud-api-client-id";

    /// <summary>Root certificates (PEM text) that alone are trusted for the service.</summary>
    /// <value>None: those of the operating system.</value>
    public string? TrustAnchorsPem { get; set; }

    /// <summary>The proxy of the administrative network.</summary>
    /// <value>None: the operating system's settings.</value>
    public Uri? Proxy { get; set; }

    /// <summary>How many requests a second are sent at most.</summary>
    /// <value>5; 0.1 to 50.</value>
    [Range(0.1, 50.0)]
    public double RequestsPerSecond { get; set; } = 5;

    /// <summary>How often a request is sent again after a failure that may pass.</summary>
    /// <value>2; 0 to 5.</value>
    [Range(0, 5)]
    public int Repeats { get; set; } = 2;

    /// <summary>How long one request may take, and how long one may wait for its turn.</summary>
    /// <value>5 seconds; 0.1 seconds to 1 minute.</value>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long all requests for one question may take together.</summary>
    /// <value>15 seconds; 0.1 seconds to 5 minutes.</value>
    public TimeSpan QuestionTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the service is left alone after a request that failed with all its repeats.</summary>
    /// <value>10 seconds; 0 to 1 hour.</value>
    public TimeSpan PauseAfterFailure { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest answer that is read, in bytes; larger ones are refused.</summary>
    /// <value>1 MiB; 1 KiB to 16 MiB.</value>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxAnswerBytes { get; set; } = 1024 * 1024;

    /// <summary>How many entries a page is asked to have. The service refuses fewer than five.</summary>
    /// <value>5; 5 to 100.</value>
    [Range(5, 100)]
    public int PageSize { get; set; } = 5;

    /// <summary>How many pages of one list are read at most.</summary>
    /// <value>5; 1 to 50.</value>
    [Range(1, 50)]
    public int MaxPages { get; set; } = 5;

    /// <summary>How many units one answer may name; more are refused.</summary>
    /// <value>20; 1 to 100.</value>
    [Range(1, 100)]
    public int MaxUnits { get; set; } = 20;

    /// <summary>How many municipalities of one place are asked for; more are refused.</summary>
    /// <value>25; 1 to 100.</value>
    [Range(1, 100)]
    public int MaxMunicipalities { get; set; } = 25;

    /// <summary>Whether services on the web are asked for, which is one request more.</summary>
    /// <value><see langword="true"/>.</value>
    public bool AskOnlineServices { get; set; } = true;

    /// <summary>Whether government regions are asked as a tier of their own. Saxony has none.</summary>
    /// <value><see langword="false"/>.</value>
    /// <remarks>Regierungsbezirk.</remarks>
    public bool AskGovernmentRegions { get; set; }

    /// <summary>How long an answer is used before the service is asked again.</summary>
    /// <value>10 minutes; 0 to 1 day.</value>
    public TimeSpan CacheTime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How much longer an answer is used while the service fails.</summary>
    /// <value>1 day; 0 to 30 days.</value>
    public TimeSpan StaleIfError { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How much memory the kept answers take at most, in bytes.</summary>
    /// <value>32 MiB; 1 MiB to 1 GiB.</value>
    [Range(1024 * 1024, 1024 * 1024 * 1024)]
    public int CacheBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Whether answers are also kept in the application's distributed cache, where there is one: whoever may write there may give answers.</summary>
    /// <value><see langword="false"/>: in this process only.</value>
    public bool ShareCache { get; set; }
}
