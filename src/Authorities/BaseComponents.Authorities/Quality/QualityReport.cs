namespace BaseComponents.Authorities.Quality;

/// <summary>What an editor should look at in the data of a directory.</summary>
public sealed record QualityReport
{
    /// <summary>The findings, by kind; of each kind at most a thousand.</summary>
    public IReadOnlyList<QualityFinding> Findings { get; init; } = [];

    /// <summary>How many there are of each kind, also beyond those listed.</summary>
    public IReadOnlyDictionary<QualityFindingKind, int> Counts { get; init; } = new Dictionary<QualityFindingKind, int>();

    /// <summary>From when the data is.</summary>
    public DataVersion? Data { get; init; }

    /// <summary>Objects that could not be read at all; they stand in <see cref="DirectoryStatus.Findings"/>.</summary>
    public int SkippedObjects { get; init; }

    /// <summary>Whether there is nothing to look at.</summary>
    public bool IsClean => Counts.Count == 0 && SkippedObjects == 0;
}
