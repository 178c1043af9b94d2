using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Quality;

namespace BaseComponents.Authorities.Internal;

/// <summary>Finds services that some municipalities of a district offer, while the others have nobody to go to.</summary>
/// <param name="data">What is looked at.</param>
/// <param name="decided">The areas in which somebody decides about a service.</param>
/// <param name="findings">Where gaps are noted.</param>
/// <param name="nameOf">Names a service.</param>
internal sealed class GapCheck(IQualityData data, Dictionary<LeikaKey, HashSet<RegionKey>> decided, QualityFindings findings, Func<LeikaKey, string> nameOf)
{
    // A town that is its own district has no neighbours in it.
    private readonly Dictionary<RegionKey, List<RegionKey>> _members = data.Municipalities
        .Where(municipality => municipality.District is { } district && district != municipality.Shortest)
        .GroupBy(municipality => municipality.District!.Value)
        .ToDictionary(group => group.Key, group => group.ToList());

    /// <summary>Whether somebody decides for the area, or for one around it.</summary>
    public static bool IsCovered(RegionKey area, HashSet<RegionKey> areas) =>
        areas.Contains(area.Shortest) || area.Ancestors().Any(above => areas.Contains(above.Shortest));

    public void Run()
    {
        foreach (var (service, areas) in decided)
        {
            foreach (var district in areas.Where(area => area.District is { } own && area != own).Select(area => area.District!.Value).Distinct())
                Check(service, district, areas);
        }
    }

    private void Check(LeikaKey service, RegionKey district, HashSet<RegionKey> areas)
    {
        if (!_members.TryGetValue(district, out var members) || IsCovered(district, areas))
            return;
        var without = members.Count(member => !IsCovered(member, areas));
        if (without > 0 && without < members.Count)
            findings.Add(QualityFindingKind.Gap, $"{nameOf(service)} is offered by {members.Count - without} of {members.Count} municipalities of {data.NameOf(district)}, and by nobody above.", service.ToString(), district.ToString());
    }
}
