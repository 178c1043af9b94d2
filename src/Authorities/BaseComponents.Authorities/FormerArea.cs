using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities;

/// <summary>A place was said by a key that holds no longer; the answer is that of the areas which took its place.</summary>
/// <param name="Key">The old key, as it was asked for.</param>
/// <param name="Successors">The areas of today.</param>
/// <param name="Changes">How it came to that, the oldest change first.</param>
public sealed record FormerArea(string Key, IReadOnlyList<RegionKey> Successors, IReadOnlyList<TerritoryChange> Changes);
