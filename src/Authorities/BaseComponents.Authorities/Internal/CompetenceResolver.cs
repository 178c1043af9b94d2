using BaseComponents.Authorities.Internal.Storage;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>Finds who is competent for one service in one area, and writes down the way. It goes the way of <see cref="CompetenceIndex.TryFind"/>.</summary>
internal sealed class CompetenceResolver(Snapshot snapshot, LeikaKey service, DateOnly day)
{
    private readonly CompetenceIndex _index = snapshot.Index;
    private readonly int _service = snapshot.Index.FindService(service);
    private readonly AskedDay _day = new(day);
    private readonly List<ExplanationStep> _steps = [];
    private bool _sawAdvisers;
    private bool _sawOthersDays;

    public Competence Resolve(RegionKey place)
    {
        var start = _index.FindRegion(place);
        return Climb(start) with { Explanation = _steps, OnlineServices = snapshot.OnlineServicesFor(_service, start, _day.Number) };
    }

    private Competence Climb(int start)
    {
        var walk = _index.Walk(start, snapshot.Acting);
        while (walk.MoveNext())
        {
            if (walk.Current.IsActing)
                AddStep(StepFinding.ActsForMembers, walk.Current with { Level = RegionLevel.Municipality }, []);
            if (Ask(walk.Current) is { } answer)
                return answer;
        }

        return new Competence.NotFound(Reason());
    }

    private NotFoundReason Reason() => (_sawAdvisers, _sawOthersDays) switch
    {
        (true, _) => NotFoundReason.OnlyAdvisory,
        (_, true) => NotFoundReason.OutOfValidity,
        _ => NotFoundReason.NoCompetence,
    };

    private Competence? Ask(AskedArea area)
    {
        var cell = CellOf(area.Area);
        var named = Named(cell);
        var deciding = named.Where(unit => unit.IsDeciding).ToList();
        var today = deciding.Where(unit => _index.Decides(unit, _day)).DistinctBy(unit => unit.Unit).ToList();
        if (today.Count > 0)
            return Answer(area, cell!.Value, today);
        if (deciding.Count > 0)
            _sawOthersDays |= AddStep(StepFinding.NotValidToday, area, deciding);
        else if (named.Count > 0)
            _sawAdvisers |= AddStep(StepFinding.OnlyAdvisory, area, named);
        else
            AddStep(StepFinding.NobodyNamed, area, []);
        return null;
    }

    private Cell? CellOf(ushort area) => _index.TryCell(in _index.Services[_service], area, out var cell) ? cell : null;

    private List<NamedUnit> Named(Cell? cell)
    {
        var named = new List<NamedUnit>();
        if (cell is { } some)
        {
            foreach (var unit in _index.UnitsOf(some))
                named.Add(unit);
        }

        return named;
    }

    private Competence Answer(AskedArea area, Cell cell, List<NamedUnit> named)
    {
        var offices = named.Select(unit => snapshot.OfficeAt(unit, snapshot.DestinationOf(_service, area.Area, cell, unit.Unit, _day))).OrderBy(office => office.Role.Code, StringComparer.Ordinal).ToList();
        var key = KeyOf(area);
        var matched = new MatchedArea(area.Level, key, snapshot.NameOf(key));
        AddStep(offices.Count == 1 ? StepFinding.OfficeFound : StepFinding.SeveralOffices, area, named);
        return offices.Count == 1 ? new Competence.Found(offices[0], matched) : new Competence.Ambiguous(offices, matched);
    }

    private bool AddStep(StepFinding finding, AskedArea area, List<NamedUnit> named)
    {
        var key = KeyOf(area);
        _steps.Add(new ExplanationStep(finding, key, snapshot.NameOf(key), area.Level)
        {
            Offices = [.. named.Select(unit => snapshot.OfficeAt(unit.Unit).Name).Distinct()],
        });
        return true;
    }

    private RegionKey KeyOf(AskedArea area) => RegionKey.OfArea(_index.Regions[area.Area].Number);
}
