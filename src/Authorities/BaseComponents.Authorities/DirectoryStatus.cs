namespace BaseComponents.Authorities;

/// <summary>What a directory holds.</summary>
public sealed record DirectoryStatus
{
    /// <summary>From when the data is; none before the first successful reading.</summary>
    public DataVersion? Data { get; init; }

    /// <summary>Number of municipalities.</summary>
    public int Municipalities { get; init; }

    /// <summary>Number of services.</summary>
    public int Services { get; init; }

    /// <summary>Number of units.</summary>
    public int Offices { get; init; }

    /// <summary>Objects of the last delivery that were skipped, and why; at most 100 are kept.</summary>
    public IReadOnlyList<DeliveryFinding> Findings { get; init; } = [];

    /// <summary>Number of objects that were skipped, also beyond those listed.</summary>
    public int SkippedObjects { get; init; }

    /// <summary>Number of values of units that changed with the last snapshot and are not used, since nobody has confirmed them.</summary>
    public int HeldBackValues { get; init; }

    /// <summary>Values of live answers that are not used, since they differ from those known before and nobody has confirmed them; at most 1000.</summary>
    public IReadOnlyList<Snapshots.ChangedValue> HeldBackLive { get; init; } = [];

    /// <summary>Why the last question to a live source failed, or was answered with an old answer; none after a good one.</summary>
    public AuthoritiesException? LastLiveFailure { get; init; }

    /// <summary>Why the last reading failed; none after a successful one.</summary>
    public AuthoritiesException? LastFailure { get; init; }
}
