using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities;

/// <summary>The area a competence is stated for.</summary>
/// <param name="Level">The tier at which the search ended.</param>
/// <param name="Area">The area. Where a municipality acts for its association's members, the key of that municipality.</param>
/// <param name="Name">Name of the area, or its key where the region list has no name.</param>
public sealed record MatchedArea(RegionLevel Level, RegionKey Area, string Name);
