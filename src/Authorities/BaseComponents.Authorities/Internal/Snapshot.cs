using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>A service of the deliveries, and when it is offered.</summary>
internal sealed record KnownService(PublicService Service, Validity Validity)
{
    /// <summary>Two editors' descriptions of one service: it is offered when either says so, under the name that holds today.</summary>
    public KnownService Or(KnownService later, DateOnly today)
    {
        var shown = later.Validity.Covers(today) || !Validity.Covers(today) ? later : this;
        return shown with { Validity = Validity.Or(later.Validity) };
    }
}

/// <summary>Everything that was read at one time. Never changed: a new reading makes a new snapshot.</summary>
internal sealed class Snapshot(
    RegionCatalogue regions,
    Dictionary<LeikaKey, KnownService> services,
    Dictionary<(LeikaKey, RegionKey), Assignment[]> assignments,
    IReadOnlyDictionary<RegionKey, RegionKey> fulfilling)
{
    public required DateTimeOffset LoadedAt { get; init; }

    public required int Offices { get; init; }

    public required FindingLog Findings { get; init; }

    public RegionCatalogue Regions => regions;

    /// <summary>Whether anybody is named for a government region; where not, asking there would only clutter explanations.</summary>
    public bool KnowsGovernmentRegions { get; } = assignments.Keys.Any(key => key.Item2.Level == RegionLevel.GovernmentRegion);

    public int MunicipalityCount { get; } = regions.Municipalities.Count();

    public int ServiceCount => services.Count;

    public PlaceSearch Places { get; } = new(regions);

    public ServiceSearch Services { get; } = new(services.Values.Select(known => known.Service));

    public KnownService? Find(LeikaKey service) => services.GetValueOrDefault(service);

    /// <summary>Those named for a service in exactly this area.</summary>
    public ReadOnlySpan<Assignment> Find(LeikaKey service, RegionKey area) =>
        assignments.TryGetValue((service, area), out var found) ? found : [];

    /// <summary>The municipality that acts for the members of an association, where it is known.</summary>
    public RegionKey? ActingFor(RegionKey association) => fulfilling.TryGetValue(association, out var municipality) ? municipality : null;
}
