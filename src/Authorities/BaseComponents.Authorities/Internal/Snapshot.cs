using BaseComponents.Authorities.Internal.Storage;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Authorities.Internal;

/// <summary>A service of the deliveries, and whether it is offered on the day that was asked for.</summary>
internal sealed record KnownService(PublicService Service, bool IsOffered);

/// <summary>
/// Everything that is known at one time: the index and what is decoded out of it when asked for. Never changed: new data makes a new
/// snapshot. Whoever reads in it has entered <see cref="Uses"/>.
/// </summary>
internal sealed class Snapshot
{
    private readonly SnapshotBytes _bytes;
    private readonly RecordTable _units;
    private readonly RecordTable _services;
    private readonly RecordTable _online;
    private readonly RoleTable _roles;
    private readonly Lazy<RegionCatalogue> _regions;
    private readonly Lazy<PlaceSearch> _places;
    private readonly Lazy<ServiceSearch> _search;
    private readonly OfficeCache _offices = new();

    public Snapshot(SnapshotBytes bytes, SectionTable sections, SnapshotInfo info, DateTimeOffset loadedAt)
    {
        (_bytes, Info, LoadedAt) = (bytes, info, loadedAt);
        Index = new CompetenceIndex(bytes, sections);
        Uses = new UseCount(bytes.Dispose);
        _units = new RecordTable(bytes, sections[SectionId.UnitOffsets], sections[SectionId.Units]);
        _services = new RecordTable(bytes, sections[SectionId.ServiceOffsets], sections[SectionId.ServiceRecords]);
        _online = new RecordTable(bytes, sections[SectionId.OnlineOffsets], sections[SectionId.OnlineServices]);
        _roles = SnapshotRecords.Roles(bytes.Read<byte>(sections[SectionId.Roles]));
        Held = HeldValues.Read(bytes.Read<byte>(sections[SectionId.Held]));
        _regions = new Lazy<RegionCatalogue>(() => Decoded(() => ReadRegions(sections[SectionId.Catalogue])));
        _places = new Lazy<PlaceSearch>(() => new PlaceSearch(Regions));
        _search = new Lazy<ServiceSearch>(() => new ServiceSearch(AllServices().ToList()));
    }

    public UseCount Uses { get; }

    public CompetenceIndex Index { get; }

    public SnapshotInfo Info { get; }

    public DateTimeOffset LoadedAt { get; }

    /// <summary>When what it holds was read from the sources, which for a file is before it was opened.</summary>
    public DateTimeOffset ReadAt => Info.CreatedAt > DateTimeOffset.MinValue && Info.CreatedAt < LoadedAt ? Info.CreatedAt : LoadedAt;

    /// <summary>By index of an association: the municipality that acts for its members. Empty where none is known.</summary>
    public ushort[] Acting { get; private set; } = [];

    public RegionCatalogue Regions => _regions.Value;

    public PlaceSearch Places => _places.Value;

    public ServiceSearch Services => _search.Value;

    public HeldValues Held { get; private set; }

    public int OfficeCount => _units.Count;

    /// <summary>Decodes what everybody asks for, so that no caller waits for it and a wrong record is met before the snapshot is used.</summary>
    /// <exception cref="AuthoritiesException">A record cannot be read.</exception>
    public void Warm() => _ = (Places, Services);

    /// <summary>Says who acts for the members of associations; the region list does not.</summary>
    public void SetActing(IReadOnlyDictionary<RegionKey, RegionKey> fulfilling)
    {
        if (fulfilling.Count == 0)
            return;
        var acting = new ushort[Index.Facts.Regions];
        Array.Fill(acting, ParentIndices.None);
        foreach (var (association, municipality) in fulfilling)
        {
            if (Index.FindRegion(association) is >= 0 and var members && Index.FindRegion(municipality) is >= 0 and var actor)
                acting[members] = (ushort)actor;
        }

        Acting = acting;
    }

    /// <summary>Says which values are not used. Before anybody asks.</summary>
    public void Hold(IEnumerable<HeldRecord> held) => Held = new HeldValues(held.ToList());

    /// <summary>Whether a unit is the same here and there, without decoding it.</summary>
    public bool IsSameRecord(int unit, Snapshot other, int otherUnit) =>
        !Held.Has(unit) && !other.Held.Has(otherUnit) && _units[unit].SequenceEqual(other._units[otherUnit]);

    public KnownService? Find(LeikaKey key, DateOnly day) => Index.FindService(key) is >= 0 and var index
        ? new KnownService(ServiceAt(index, day), Index.Covers(Index.Services[index].Validity, day.DayNumber))
        : null;

    public string NameOf(RegionKey area) => Regions.NameOf(area);

    /// <summary>A unit, with the values that may be used.</summary>
    public Office OfficeAt(int index) => _offices.Get(index, LoadOffice);

    /// <summary>A unit as the newest data has it, whether confirmed or not.</summary>
    public Office NewestOfficeAt(int index) => DraftContent.OfficeOf(Read<Office>(_units, index));

    public OfficeRole RoleOf(NamedUnit named) => _roles[named.Role];

    /// <summary>A unit as it is named for a service in an area.</summary>
    /// <param name="named">The unit; of several entries for one unit the first.</param>
    /// <param name="destination">Where applications go.</param>
    public Office OfficeAt(NamedUnit named, Guid? destination)
    {
        var (office, role) = (OfficeAt(named.Unit), RoleOf(named));
        var usable = destination is { } wanted ? new HeldDestinations(this, named.Unit).Usable(office, wanted) : null;
        var onlyAdvises = !named.IsDeciding && role.IsCompetent;
        return office.Role == role && usable is null && !onlyAdvises ? office : office with { Role = role, Destination = usable, OnlyAdvises = onlyAdvises };
    }

    /// <summary>Where applications to a unit go: the one destination of all its entries that decide that day. Of several none counts.</summary>
    public Guid? DestinationOf(int service, int area, Cell cell, int unit, AskedDay day)
    {
        Guid? only = null;
        foreach (var named in Index.UnitsOf(cell))
        {
            if (named.Unit != unit || !Index.Decides(named, day) || Index.DestinationOf(service, area, named) is not { } destination)
                continue;
            if (destination == Guid.Empty || (only is not null && only != destination))
                return null;
            only = destination;
        }

        return only;
    }

    /// <summary>One of the different units that decide that day.</summary>
    public Office DecidingOffice(int service, int area, Cell cell, AskedDay day, int index)
    {
        var last = -1;
        foreach (var unit in Index.UnitsOf(cell))
        {
            if (unit.Unit == last || !Index.Decides(unit, day))
                continue;
            if (index-- == 0)
                return OfficeAt(unit, DestinationOf(service, area, cell, unit.Unit, day));
            last = unit.Unit;
        }

        throw new InvalidOperationException("The reference does not fit the snapshot.");
    }

    /// <summary>A unit with the values that may be used, decoded anew.</summary>
    public Office LoadOffice(int index) => Decoded(() => Held.Apply(index, NewestOfficeAt(index)));

    /// <summary>The services on the web for a service, at the smallest area that has any that day.</summary>
    public IReadOnlyList<OnlineService> OnlineServicesFor(int service, int place, int day)
    {
        var walk = Index.WalkAll(place);
        while (walk.MoveNext())
        {
            var found = new List<int>();
            foreach (ref readonly var entry in Index.OnlineIn(service, walk.Current.Area))
            {
                if (Index.Covers((uint)entry.Validity, day) && !found.Contains(entry.Online))
                    found.Add(entry.Online);
            }

            if (found.Count > 0)
                return [.. found.Select(online => Read<OnlineService>(_online, online))];
        }

        return [];
    }

    public IEnumerable<PublicService> AllServices()
    {
        var day = GermanDay.Of(LoadedAt);
        for (var index = 0; index < _services.Count; index++)
            yield return ServiceAt(index, day);
    }

    // Of several descriptions one that holds that day.
    private PublicService ServiceAt(int index, DateOnly day) => Decoded(() =>
    {
        var descriptions = SnapshotRecords.Read<ServiceRecord>(_services[index]).Descriptions;
        if (descriptions.Count == 0)
            throw new InvalidDataException("A service has no description.");
        return (descriptions.FirstOrDefault(one => Days.ToValidity(one.Days).Covers(day)) ?? descriptions[0]).Service;
    });

    // Whatever a place leads to has an entry: the walk begins there.
    private RegionCatalogue ReadRegions(Section section)
    {
        var regions = CatalogueRecords.Read(_bytes.Read<byte>(section));
        return regions.Areas.All(area => area == RegionKey.Federation || Index.FindRegion(area) >= 0) && new AreaFlags(regions).Fit(Index.Regions)
            ? regions
            : throw new InvalidDataException("The catalogue of regions and the index do not agree.");
    }

    private static T Read<T>(RecordTable table, int index)
        where T : class => Decoded(() => SnapshotRecords.Read<T>(table[index]));

    private static T Decoded<T>(Func<T> decode)
    {
        try
        {
            return decode();
        }
        catch (InvalidDataException exception)
        {
            throw SnapshotFailures.Malformed("The snapshot", exception);
        }
    }
}
