using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>A row of the region list.</summary>
/// <param name="Key">The area.</param>
/// <param name="Name">Its official name.</param>
/// <param name="Note">Such as that the row is a part of a city state and no municipality.</param>
internal sealed record RegionRow(RegionKey Key, string Name, string? Note)
{
    /// <summary>The day the list describes; none where it does not say it.</summary>
    public DateOnly? AsOf { get; init; }

    public bool IsMunicipality => Key.Level == RegionLevel.Municipality && string.IsNullOrEmpty(Note);

    /// <summary>Without what the office of statistics adds: ", Stadt" and the like, also in front of a Sorbian name.</summary>
    public string ShortName { get; } = string.Join(" / ", Name.Split(" / ").Select(part => part.Split(", ")[0].Trim()));

    /// <summary>
    /// Whether this row says more than another one about the same area: the newer list counts, and between lists of one day the ordinally smaller
    /// text, so that the order of the files never matters.
    /// </summary>
    public bool IsBetterThan(RegionRow other)
    {
        var byDay = Nullable.Compare(AsOf, other.AsOf);
        return byDay != 0 ? byDay > 0 : string.CompareOrdinal($"{Name}\n{Note}", $"{other.Name}\n{other.Note}") < 0;
    }
}
