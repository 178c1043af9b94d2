namespace BaseComponents.Authorities.Bulk;

/// <summary>A download that is complete.</summary>
/// <param name="IsFull">Whether everything was fetched, and not what changed.</param>
/// <param name="WasResumed">Whether it went on where an earlier one was stopped.</param>
/// <param name="Pages">How many pages this call added.</param>
/// <param name="Bytes">How long they are.</param>
/// <param name="CompletedAt">When the last page was in its place.</param>
public sealed record BulkResult(bool IsFull, bool WasResumed, int Pages, long Bytes, DateTimeOffset CompletedAt)
{
    /// <summary>How many services, units, services on the web and competences these pages write.</summary>
    public long Written { get; init; }

    /// <summary>How many of them they delete.</summary>
    public long Deleted { get; init; }

    /// <summary>How many pages the folder now has.</summary>
    public int FolderPages { get; init; }

    /// <summary>How long they are together.</summary>
    public long FolderBytes { get; init; }
}
