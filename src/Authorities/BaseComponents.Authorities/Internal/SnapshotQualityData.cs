using BaseComponents.Authorities.Internal.Storage;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>The data of a snapshot, for its quality report: as it was delivered, also what waits for a person.</summary>
internal sealed class SnapshotQualityData(Snapshot snapshot, DateOnly day) : IQualityData
{
    private readonly AskedDay _day = new(day);
    private readonly Office[] _units = [.. Enumerable.Range(0, snapshot.OfficeCount).Select(snapshot.NewestOfficeAt)];

    public IEnumerable<PublicService> Services => snapshot.AllServices();

    public IEnumerable<Office> Units => _units;

    public IEnumerable<(LeikaKey Service, RegionKey Area, IReadOnlyList<CheckedAssignment> Named)> Assignments
    {
        get
        {
            for (var service = 0; service < snapshot.Index.Facts.Services; service++)
            {
                var key = LeikaKey.OfNumber(snapshot.Index.Services[service].Number);
                foreach (var (area, cell) in snapshot.Index.CellsOf(service))
                    yield return (key, RegionKey.OfArea(snapshot.Index.Regions[area].Number), Checked(service, area, cell));
            }
        }
    }

    public IEnumerable<RegionKey> Municipalities => snapshot.Regions.Municipalities.Select(row => row.Key);

    public string NameOf(RegionKey area) => snapshot.Regions.NameOf(area);

    private List<CheckedAssignment> Checked(int service, ushort area, Cell cell)
    {
        var named = new List<CheckedAssignment>();
        foreach (var unit in snapshot.Index.UnitsOf(cell))
        {
            var destination = snapshot.Index.DestinationOf(service, area, unit);
            var office = _units[unit.Unit] with { Role = snapshot.RoleOf(unit), Destination = destination == Guid.Empty ? null : destination };
            named.Add(new CheckedAssignment(office, !unit.IsDeciding, unit.Validity == 0 || snapshot.Index.Covers((uint)unit.Validity, _day.Number), destination == Guid.Empty));
        }

        return named;
    }
}
