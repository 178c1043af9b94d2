using BaseComponents.Authorities.Internal.Merging;
using BaseComponents.Authorities.Internal.Storage;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Wire;

namespace BaseComponents.Authorities.Internal;

/// <summary>Follows the references of competences to unit, service and area, and reports those that lead nowhere.</summary>
internal sealed class CompetenceTies(SnapshotBuilder builder, DraftContent draft)
{
    private readonly IdentifierMap<XzufiService> _services = new();
    private readonly IdentifierMap<TiedUnit> _units = new();
    private readonly AreaReader _areas = new(draft.Regions);

    public void Tie(MergedObjects<XzufiService> services, MergedObjects<UnitRecord> units, MergedCompetences competences)
    {
        foreach (var (id, service, _) in services.Remaining())
            Take(id, service);
        foreach (var (id, unit, standing) in units.Remaining())
            _units.Set(id, new TiedUnit(id, draft.AddOffice(id, unit.Record), unit.Days, standing));
        var references = new TiedReferences(competences.Identifiers, KeysOf, _areas.Read, _units.Find);
        foreach (var operation in competences.Remaining(number => references.Unit(number)?.Standing))
            Tie(operation, references, competences);
    }

    private void Take(OfficeId id, XzufiService service)
    {
        _services.Set(id, service);
        foreach (var key in service.Keys)
            draft.AddService(new PublicService(key, service.Name) { Synonyms = service.Synonyms }, Days.Of(service.Validity));
    }

    private void Tie(CompetenceOperation operation, TiedReferences references, MergedCompetences competences)
    {
        if (references.Unit(operation.Unit) is not { } unit)
            Report(operation, CompetenceFlags.First, competences.Identifiers[operation.Unit].ToString(), "Its unit is in no delivery.");
        else if (references.Services(operation.Service) is not { Count: > 0 } services)
            Report(operation, CompetenceFlags.FirstOfService, competences.Identifiers[operation.Service].ToString(), "Its service is in no delivery.");
        else
            Tie(operation, unit, services, references.Area(operation.Area), competences);
    }

    private void Tie(CompetenceOperation operation, TiedUnit unit, IReadOnlyList<LeikaKey> services, RegionKey? area, MergedCompetences competences)
    {
        foreach (var service in services)
            draft.NameService(service.Number);
        if (area is null)
        {
            builder.Report("zustaendigkeit", unit.Id.ToString(), "One of its areas (gebietID) is no known region.");
            return;
        }

        var days = Days.And(unit.Days, competences.Validities[operation.Validity]);
        foreach (var service in services)
        {
            if (!draft.AddCompetence(unit.Index, service.Number, area.Value.AreaNumber, competences.Roles[operation.Role], operation.Is(CompetenceFlags.Advisory), days))
                builder.Report("zustaendigkeit", unit.Id.ToString(), "There are more different roles than can be told apart.");
        }
    }

    private IReadOnlyList<LeikaKey> KeysOf(OfficeId reference)
    {
        if (_services.Find(reference) is { } service)
            return service.Keys;
        return LeikaKey.TryParse(reference.Value, out var key) ? [key] : [];
    }

    private void Report(CompetenceOperation operation, CompetenceFlags first, string id, string problem)
    {
        if (operation.Is(first))
            builder.Report("zustaendigkeit", id, problem);
    }
}

/// <summary>A unit that is left when all messages are read.</summary>
internal sealed record TiedUnit(OfficeId Id, int Index, DayInterval[] Days, Standing Standing);
