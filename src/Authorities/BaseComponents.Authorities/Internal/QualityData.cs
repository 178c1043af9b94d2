using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>A unit named for a service in an area.</summary>
/// <param name="Office">The unit, in the role it has here.</param>
/// <param name="IsAdvisory">Whether it only advises.</param>
/// <param name="Holds">Whether it exists, and is named, on the day of the check.</param>
/// <param name="HasIdleDestination">Whether a destination is named that does not count.</param>
internal sealed record CheckedAssignment(Office Office, bool IsAdvisory, bool Holds, bool HasIdleDestination)
{
    public bool Decides => Holds && !IsAdvisory;
}

/// <summary>All that a quality report looks at, wherever it comes from.</summary>
internal interface IQualityData
{
    IEnumerable<PublicService> Services { get; }

    IEnumerable<Office> Units { get; }

    /// <summary>Those named for each service in each area.</summary>
    IEnumerable<(LeikaKey Service, RegionKey Area, IReadOnlyList<CheckedAssignment> Named)> Assignments { get; }

    IEnumerable<RegionKey> Municipalities { get; }

    string NameOf(RegionKey area);
}
