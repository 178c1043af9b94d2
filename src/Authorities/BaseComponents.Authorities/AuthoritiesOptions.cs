using System.ComponentModel.DataAnnotations;
using BaseComponents.Authorities.Snapshots;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities;

/// <summary>Where a directory gets its data from, and how often.</summary>
public sealed class AuthoritiesOptions
{
    /// <summary>Sandbox, Test or Production.</summary>
    /// <value>None: it must be set.</value>
    [Required]
    public AuthoritiesEnvironment? Environment { get; set; }

    /// <summary>The deliveries of services, units and competences in XZuFi 2.1, 2.2 or 2.3.1: https addresses or files. Their order does not matter.</summary>
    /// <value>Empty: at least one must be set, unless there is a snapshot.</value>
    [Required]
    public IList<string> Deliveries { get; set; } = [];

    /// <summary>
    /// The list of regions: an https address or a file, in JSON or Genericode as XRepository publishes it, or the directory of municipalities
    /// with fields of fixed width (GV100AD).
    /// </summary>
    /// <value>Empty: it must be set, unless there is a snapshot.</value>
    public string RegionList { get; set; } = "";

    /// <summary>More lists of regions, of the same forms. Where two name one area, the newer list counts, in whatever order they stand.</summary>
    /// <value>Empty.</value>
    [Required]
    public IList<string> AdditionalRegionLists { get; set; } = [];

    /// <summary>The changes of territory as CSV (docs/authorities.md): an https address or a file. Old keys are then accepted as places.</summary>
    /// <value>None: an old key is an unknown place.</value>
    /// <remarks>Gebietsänderungen.</remarks>
    public string? TerritoryChanges { get; set; }

    /// <summary>The list of postal codes as CSV with the columns <c>PostalCode</c> and <c>RegionalKey</c>: an https address or a file.</summary>
    /// <value>None: places are then found by name and key only.</value>
    public string? PostalCodes { get; set; }

    /// <summary>Root certificates (PEM text) that alone are trusted for the https addresses.</summary>
    /// <value>None: those of the operating system.</value>
    public string? TrustAnchorsPem { get; set; }

    /// <summary>The proxy of the administrative network.</summary>
    /// <value>None: the operating system's settings.</value>
    public Uri? Proxy { get; set; }

    /// <summary>How long data is used before the source is read again.</summary>
    /// <value>6 hours; 1 minute to 30 days.</value>
    public TimeSpan ReloadInterval { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long to wait after a failed reading before the next attempt.</summary>
    /// <value>30 seconds; 1 second to 1 day.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one file may take to arrive.</summary>
    /// <value>2 minutes; 1 second to 1 hour.</value>
    public TimeSpan DownloadTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The largest file that is read, in bytes; larger ones are refused.</summary>
    /// <value>512 MiB.</value>
    [Range(1024L, 8L * 1024 * 1024 * 1024)]
    public long MaxFileBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>
    /// For each administrative community (9 digits) the municipality (12 digits) that acts for its members. The region list does not say it.
    /// </summary>
    /// <value>Empty: only competences stated for the community itself are found at that tier.</value>
    /// <remarks>Erfüllende Gemeinde, § 36 SächsKomZG.</remarks>
    public IDictionary<string, string> FulfillingMunicipalities { get; set; } = new Dictionary<string, string>();

    /// <summary>Whose answer counts where the directory has a live source too.</summary>
    /// <value><see cref="SourcePrecedence.SnapshotFirst"/>.</value>
    [EnumDataType(typeof(SourcePrecedence))]
    public SourcePrecedence Precedence { get; set; }

    /// <summary>How old the directory's own data may be before a live source is asked first.</summary>
    /// <value>7 days; 1 hour to 365 days.</value>
    public TimeSpan SnapshotAgeLimit { get; set; } = TimeSpan.FromDays(7);

    /// <summary>A snapshot file, made before by the tool, to answer from instead of reading deliveries.</summary>
    [Required]
    public SnapshotOptions Snapshot { get; set; } = new();

    /// <summary>Element names of the delivery that no public source confirms.</summary>
    [Required, ValidateObjectMembers]
    public XzufiNames Xzufi { get; set; } = new();
}
