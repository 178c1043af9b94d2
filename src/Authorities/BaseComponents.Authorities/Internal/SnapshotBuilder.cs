using System.Runtime.InteropServices;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Wire;

namespace BaseComponents.Authorities.Internal;

/// <summary>Collects the objects of all deliveries and ties them together when the last one is read: they come in any order.</summary>
internal sealed class SnapshotBuilder(RegionCatalogue regions) : IXzufiSink
{
    private readonly IdentifierMap<XzufiService> _services = new();
    private readonly IdentifierMap<XzufiUnit> _units = new();
    private readonly Dictionary<OfficeId, XzufiCompetence> _competences = [];

    // Which unit a competence stands within: deliveries hold millions of deletions, and each must find it at once.
    private readonly Dictionary<OfficeId, OfficeId> _holders = [];
    private readonly Dictionary<(LeikaKey, RegionKey), List<Assignment>> _assignments = [];
    private readonly HashSet<LeikaKey> _named = [];
    private readonly AreaReader _areas = new(regions);

    public FindingLog Findings { get; init; } = new();

    public void Write(XzufiService service) => _services.Set(service.Id, service);

    public void Write(XzufiUnit unit)
    {
        _units.Set(unit.Office.Id, unit);
        foreach (var id in unit.Competences.Select(competence => competence.Id).OfType<OfficeId>())
            _holders[id] = unit.Office.Id;
    }

    public void Write(XzufiCompetence competence)
    {
        if (competence.Id is { } id)
            _competences[id] = competence;
        else
            Report("zustaendigkeitTransferObjekt", "", "It has no id.");
    }

    public void Delete(string kind, OfficeId id)
    {
        // Deletions of objects that never came are usual.
        _ = kind switch
        {
            "Leistung" => _services.Remove(id),
            "Organisationseinheit" => _units.Remove(id),
            "Zustaendigkeit" => _competences.Remove(id) | RemoveWithinUnit(id),
            _ => false,
        };
    }

    public void Report(string element, string id, string problem) => Findings.Add(element, id, problem);

    public Snapshot Build(IReadOnlyDictionary<RegionKey, RegionKey> fulfilling, DateTimeOffset now)
    {
        foreach (var unit in _units.Values)
        {
            foreach (var competence in unit.Competences)
                Tie(unit, competence);
        }

        foreach (var competence in _competences.Values)
        {
            if (_units.Find(competence.Unit) is { } unit)
                Tie(unit, competence);
            else
                Report("zustaendigkeit", competence.Id.ToString()!, "Its unit is in no delivery.");
        }

        return new Snapshot(regions, Services(GermanDay.Of(now)), _assignments.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()), fulfilling)
        {
            LoadedAt = now,
            Offices = _units.Values.Count(),
            Findings = Findings,
        };
    }

    private void Tie(XzufiUnit unit, XzufiCompetence competence)
    {
        var assignment = new Assignment(unit.Office with { Role = competence.Role }, unit.Validity, competence.Validity, competence.IsAdvisory);
        foreach (var service in competence.Services.SelectMany(KeysOf))
        {
            foreach (var area in competence.Areas)
                Tie(service, area, assignment);
        }
    }

    private void Tie(LeikaKey service, OfficeId area, Assignment assignment)
    {
        _named.Add(service);
        if (_areas.Read(area.Value) is not { } region)
        {
            Report("zustaendigkeit", assignment.Office.Id.ToString(), "One of its areas (gebietID) is no known region.");
            return;
        }

        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_assignments, (service, region), out _);
        (list ??= []).Add(assignment);
    }

    private IReadOnlyList<LeikaKey> KeysOf(OfficeId reference)
    {
        if (_services.Find(reference) is { } service)
            return service.Keys;
        if (LeikaKey.TryParse(reference.Value, out var key))
            return [key];
        Report("zustaendigkeit", reference.ToString(), "Its service is in no delivery.");
        return [];
    }

    private Dictionary<LeikaKey, KnownService> Services(DateOnly today)
    {
        var known = new Dictionary<LeikaKey, KnownService>();
        foreach (var service in _services.Values)
        {
            foreach (var key in service.Keys)
            {
                var described = new KnownService(new PublicService(key, service.Name) { Synonyms = service.Synonyms }, service.Validity);
                known[key] = known.TryGetValue(key, out var other) ? other.Or(described, today) : described;
            }
        }

        foreach (var key in _named)
            known.TryAdd(key, new KnownService(new PublicService(key, key.ToString("S", null)), Validity.Always));
        return known;
    }

    private bool RemoveWithinUnit(OfficeId id)
    {
        if (!_holders.Remove(id, out var holder) || _units.Find(holder) is not { } unit)
            return false;
        _units.Set(unit.Office.Id, unit with { Competences = [.. unit.Competences.Where(competence => competence.Id != id)] });
        return true;
    }
}
