namespace BaseComponents.Authorities.Snapshots;

/// <summary>How far the making of a snapshot has come.</summary>
/// <param name="Source">What is being read, without user, password and query.</param>
/// <param name="Bytes">How much of it was read.</param>
public sealed record SnapshotProgress(string Source, long Bytes);
