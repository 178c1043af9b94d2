namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>A stretch of a snapshot.</summary>
/// <param name="Offset">Where it begins, counted from the begin of the file.</param>
/// <param name="Length">Its bytes.</param>
internal readonly record struct Section(long Offset, long Length);
