using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>A row of the region list.</summary>
/// <param name="Key">The area.</param>
/// <param name="Name">Its official name.</param>
/// <param name="Note">Such as that the row is a part of a city state and no municipality.</param>
internal sealed record RegionRow(RegionKey Key, string Name, string? Note)
{
    public bool IsMunicipality => Key.Level == RegionLevel.Municipality && string.IsNullOrEmpty(Note);

    /// <summary>Without what the office of statistics adds: ", Stadt" and the like, also in front of a Sorbian name.</summary>
    public string ShortName { get; } = string.Join(" / ", Name.Split(" / ").Select(part => part.Split(", ")[0].Trim()));
}
