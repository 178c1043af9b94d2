using System.Text.Json.Serialization;

namespace BaseComponents.Authorities.Snapshots;

/// <summary>Where a snapshot comes from and what it holds. All of it is signed with the snapshot.</summary>
/// <remarks>Datenherkunft.</remarks>
public sealed record SnapshotInfo
{
    /// <summary>When the data was read.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it was made from.</summary>
    public IReadOnlyList<SnapshotSource> Sources { get; init; } = [];

    /// <summary>Number of municipalities.</summary>
    public int Municipalities { get; init; }

    /// <summary>Number of services.</summary>
    public int Services { get; init; }

    /// <summary>Number of units.</summary>
    public int Offices { get; init; }

    /// <summary>Number of competences: units named for a service in an area.</summary>
    public long Competences { get; init; }

    /// <summary>Objects of the sources that were skipped, and why; at most 100 are kept.</summary>
    public IReadOnlyList<DeliveryFinding> Findings { get; init; } = [];

    /// <summary>Number of objects that were skipped, also beyond those listed.</summary>
    public int SkippedObjects { get; init; }

    /// <summary>SHA-256 of the public key it is signed with, in hexadecimal digits; none for an unsigned one, and for one that is no file.</summary>
    [JsonIgnore]
    public string? SignedBy { get; init; }
}
