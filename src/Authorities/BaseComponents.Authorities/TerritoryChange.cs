namespace BaseComponents.Authorities;

/// <summary>One change by which a key ceased to hold.</summary>
/// <param name="OldKey">The key that holds no longer: a region key or a municipality key.</param>
/// <param name="NewKeys">The keys that took its place; several after a split.</param>
/// <param name="From">The first day of the new keys; none where no list of changes says it, and only the association in the key has changed.</param>
/// <param name="Kind">What became of the area.</param>
/// <remarks>Gebietsänderung.</remarks>
public sealed record TerritoryChange(string OldKey, IReadOnlyList<string> NewKeys, DateOnly? From, TerritoryChangeKind Kind);
