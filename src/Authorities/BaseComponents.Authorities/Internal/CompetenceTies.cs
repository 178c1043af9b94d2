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
    private readonly IdentifierMap<TiedUnit> _onlineServices = new();
    private readonly AreaReader _areas = new(draft.Regions);

    public void Take(MergedObjects<XzufiService> services)
    {
        foreach (var (id, service, _) in services.Remaining())
        {
            _services.Set(id, service);
            foreach (var key in service.Keys)
                draft.AddService(service.For(key), Days.Of(service.Validity));
        }
    }

    /// <summary>Takes the units; after the services, which their accounts name.</summary>
    public void Take(MergedObjects<UnitRecord> units)
    {
        foreach (var (id, unit, standings) in units.Remaining())
            _units.Set(id, new TiedUnit(id, draft.AddOffice(id, RecordOf(unit)), unit.Days, standings));
    }

    public void Take(MergedObjects<OnlineRecord> onlineServices)
    {
        foreach (var (id, online, standings) in onlineServices.Remaining())
            _onlineServices.Set(id, new TiedUnit(id, draft.AddOnlineService(online.Service), online.Days, standings));
    }

    public void Tie(MergedCompetences competences)
    {
        var references = new TiedReferences(competences.Identifiers, KeysOf, _areas.Read, _units.Find, _onlineServices.Find);
        foreach (var operation in competences.Remaining(operation => references.Holder(operation)?.Standings.Contains(operation.Standing) is true))
            Tie(operation, references, competences);
        draft.NameDestinations();
    }

    private byte[] RecordOf(UnitRecord unit) => unit.NamesServices
        ? DraftContent.RecordOf(AccountServices.WithKeys(SnapshotRecords.Read<Office>(unit.Record), KeysOf))
        : unit.Record;

    private void Tie(CompetenceOperation operation, TiedReferences references, MergedCompetences competences)
    {
        if (references.Holder(operation) is not { } holder)
            ReportHolder(operation, competences);
        else if (references.Services(operation.Service) is not { Count: > 0 } services)
            Report(operation, CompetenceFlags.FirstOfService, competences.Identifiers[operation.Service].ToString(), "Its service is in no delivery.");
        else
            Tie(operation, holder, services, references.Area(operation.Area), competences);
    }

    private void Tie(CompetenceOperation operation, TiedUnit holder, IReadOnlyList<LeikaKey> services, RegionKey? area, MergedCompetences competences)
    {
        foreach (var service in services)
            draft.NameService(service.Number);
        if (area is null)
        {
            builder.Report("zustaendigkeit", holder.Id.ToString(), "One of its areas (gebietID) is no known region.");
            return;
        }

        var days = Days.And(holder.Days, competences.Validities[operation.Validity]);
        foreach (var service in services)
        {
            if (operation.Is(CompetenceFlags.OnlineService))
                draft.AddOnline(holder.Index, service.Number, area.Value.AreaNumber, days);
            else if (!draft.AddCompetence(holder.Index, service.Number, area.Value.AreaNumber, competences.Roles[operation.Role], operation.Is(CompetenceFlags.Advisory), days, competences.DestinationOf(operation)))
                builder.Report("zustaendigkeit", holder.Id.ToString(), "There are more different roles than can be told apart.");
        }
    }

    private IReadOnlyList<LeikaKey> KeysOf(OfficeId reference)
    {
        if (_services.Find(reference) is { } service)
            return service.Keys;
        return LeikaKey.TryParse(reference.Value, out var key) ? [key] : [];
    }

    // Of services on the web nobody is competent: one that is not there is no fault.
    private void ReportHolder(CompetenceOperation operation, MergedCompetences competences)
    {
        if (!operation.Is(CompetenceFlags.OnlineService))
            Report(operation, CompetenceFlags.First, competences.Identifiers[operation.Unit].ToString(), "Its unit is in no delivery.");
    }

    private void Report(CompetenceOperation operation, CompetenceFlags first, string id, string problem)
    {
        if (operation.Is(first))
            builder.Report("zustaendigkeit", id, problem);
    }
}

/// <summary>A unit, or a service on the web, that is left when all messages are read.</summary>
internal sealed record TiedUnit(OfficeId Id, int Index, DayInterval[] Days, IReadOnlyList<Standing> Standings);
