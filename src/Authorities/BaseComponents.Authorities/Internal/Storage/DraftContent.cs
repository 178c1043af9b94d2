using System.Runtime.InteropServices;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>What a snapshot is made of, as small as it can be kept: units as the bytes of their records, a competence as sixteen bytes.</summary>
internal sealed class DraftContent
{
    private readonly Dictionary<OfficeId, int> _units = [];
    private readonly Dictionary<OfficeId, int> _onlineServices = [];
    private readonly Dictionary<DayInterval[], int> _validityIndices = new(DaysComparer.Instance) { [Days.Always] = 0 };

    /// <summary>The areas; empty until the last one is added.</summary>
    public RegionCatalogue Regions { get; set; } = new([], [], [], default);

    public RoleTable Roles { get; } = new([]);

    public List<(OfficeId Id, byte[] Record)> Units { get; } = [];

    public Dictionary<long, List<ServiceDescription>> Services { get; } = [];

    public List<DayInterval[]> Validities { get; } = [Days.Always];

    public List<CompetenceRow> Competences { get; } = [];

    /// <summary>Where the applications of some competences go; <see cref="Guid.Empty"/> for a destination that does not count.</summary>
    public List<(CompetenceRow Row, Guid Destination)> Destinations { get; } = [];

    public List<(OfficeId Id, byte[] Record)> OnlineServices { get; } = [];

    public List<OnlineRow> OnlineRows { get; } = [];

    public List<(OfficeId Unit, string Field, string? Trusted)> Held { get; } = [];

    public int? UnitOf(OfficeId id) => _units.TryGetValue(id, out var unit) ? unit : null;

    public void AddOffice(Office office) => AddOffice(office.Id, RecordOf(office));

    /// <summary>A unit without what belongs to a competence. The first address is written once.</summary>
    public static byte[] RecordOf(Office office) => SnapshotRecords.Write(
        office with { Role = OfficeRole.Competent, Destination = null, OnlyAdvises = false, Address = office.Addresses.Count > 0 ? null : office.Address },
        SnapshotJson.Default.Office);

    /// <summary>The unit of a record.</summary>
    public static Office OfficeOf(Office record) => record.Addresses.Count > 0 ? record with { Address = record.Addresses[0] } : record;

    public int AddOnlineService(OnlineService service)
    {
        var record = SnapshotRecords.Write(service, SnapshotJson.Default.OnlineService);
        if (_onlineServices.TryGetValue(service.Id, out var online))
        {
            OnlineServices[online] = (service.Id, record);
            return online;
        }

        OnlineServices.Add((service.Id, record));
        return _onlineServices[service.Id] = OnlineServices.Count - 1;
    }

    public void AddOnline(int online, long service, long area, DayInterval[] days) => OnlineRows.Add(new OnlineRow(service, area, online, ValidityOf(days)));

    public int AddOffice(OfficeId id, byte[] record)
    {
        ref var unit = ref CollectionsMarshal.GetValueRefOrAddDefault(_units, id, out var known);
        if (known)
        {
            Units[unit] = (id, record);
            return unit;
        }

        if (Units.Count == CompetenceRow.MostUnits)
            throw SnapshotFailures.TooMuch("units", CompetenceRow.MostUnits);
        Units.Add((id, record));
        return unit = Units.Count - 1;
    }

    public void AddService(PublicService service, DayInterval[] days)
    {
        if (!Services.TryGetValue(service.Key.Number, out var descriptions))
            Services[service.Key.Number] = descriptions = [];
        descriptions.Add(new ServiceDescription(service, days));
    }

    /// <summary>A service that is named; described by its key alone, unless it is described already.</summary>
    public void NameService(long number)
    {
        if (!Services.ContainsKey(number))
            AddService(ServiceNamedByKey.Of(number), Days.Always);
    }

    /// <returns>False where there are more roles than a snapshot can hold.</returns>
    public bool AddCompetence(int unit, long service, long area, OfficeRole role, bool isAdvisory, DayInterval[] days, Guid? destination = null)
    {
        if (Roles.IndexOf(role, isAdvisory) is not { } roleIndex)
            return false;
        var row = new CompetenceRow(service, area, unit, ValidityOf(days), roleIndex);
        Competences.Add(row);
        if (destination is { } named)
            Destinations.Add((row, named));
        return true;
    }

    /// <summary>Writes into the record of each unit which destinations it has in all: they are watched like its addresses.</summary>
    public void NameDestinations()
    {
        foreach (var named in Destinations.Where(named => named.Destination != Guid.Empty).GroupBy(named => named.Row.Unit, named => named.Destination))
        {
            var (id, record) = Units[named.Key];
            var office = SnapshotRecords.Read<Office>(record);
            Units[named.Key] = (id, RecordOf(office with { Destinations = [.. named.Distinct().Order()] }));
        }
    }

    public int ValidityOf(DayInterval[] days)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_validityIndices, days, out var known);
        if (known)
            return index;
        if (Validities.Count == CompetenceRow.MostValidities)
            throw SnapshotFailures.TooMuch("validities", CompetenceRow.MostValidities);
        Validities.Add(days);
        return index = Validities.Count - 1;
    }

    /// <summary>Sorts the units by identifier.</summary>
    /// <returns>By old index: the new one.</returns>
    public int[] SortUnits()
    {
        var order = Enumerable.Range(0, Units.Count).OrderBy(index => Units[index].Id, OfficeIdOrder.Instance).ToArray();
        var places = Places(order);
        var sorted = order.Select(index => Units[index]).ToList();
        for (var index = 0; index < sorted.Count; index++)
            _units[(Units[index] = sorted[index]).Id] = index;
        return places;
    }

    /// <summary>Sorts the services on the web by identifier.</summary>
    /// <returns>By old index: the new one.</returns>
    public int[] SortOnlineServices()
    {
        var order = Enumerable.Range(0, OnlineServices.Count).OrderBy(index => OnlineServices[index].Id, OfficeIdOrder.Instance).ToArray();
        var sorted = order.Select(index => OnlineServices[index]).ToList();
        for (var index = 0; index < sorted.Count; index++)
            _onlineServices[(OnlineServices[index] = sorted[index]).Id] = index;
        return Places(order);
    }

    /// <returns>By old index: the new one.</returns>
    public int[] SortValidities(IEnumerable<int> wanted)
    {
        var order = wanted.ToArray();
        var sorted = order.Select(index => Validities[index]).ToList();
        for (var index = 0; index < sorted.Count; index++)
            _validityIndices[Validities[index] = sorted[index]] = index;
        return Places(order);
    }

    private static int[] Places(int[] order)
    {
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
            places[order[place]] = place;
        return places;
    }
}
