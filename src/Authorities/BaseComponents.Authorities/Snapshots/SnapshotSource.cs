namespace BaseComponents.Authorities.Snapshots;

/// <summary>Something a snapshot was made from.</summary>
/// <param name="Location">The address without user, password and query, or the name of the file.</param>
/// <param name="ReadAt">When it was read.</param>
public sealed record SnapshotSource(string Location, DateTimeOffset ReadAt)
{
    /// <summary>When the source says it was made; none where it does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>SHA-256 of what was read, in hexadecimal digits.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Its bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>Objects and deletions that a delivery held; 0 for lists.</summary>
    public long Objects { get; init; }
}
