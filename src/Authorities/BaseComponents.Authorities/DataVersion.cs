namespace BaseComponents.Authorities;

/// <summary>How fresh the data behind an answer is.</summary>
/// <param name="LoadedAt">When it was read from the source.</param>
/// <param name="IsStale">Whether a later reading failed, so that the source may say something else by now.</param>
public sealed record DataVersion(DateTimeOffset LoadedAt, bool IsStale);
