using BaseComponents.Authorities.Internal.Storage;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>Finds who is competent for one service in one area, and writes down the way. It goes the way of <see cref="CompetenceIndex.TryFind"/>.</summary>
internal sealed class CompetenceResolver(Snapshot snapshot, LeikaKey service, DateOnly day)
{
    private readonly CompetenceIndex _index = snapshot.Index;
    private readonly AskedDay _day = new(day);
    private readonly List<ExplanationStep> _steps = [];
    private bool _sawAdvisers;
    private bool _sawOthersDays;

    public Competence Resolve(RegionKey place)
    {
        var walk = _index.Walk(_index.FindRegion(place), snapshot.Acting);
        while (walk.MoveNext())
        {
            if (walk.Current.IsActing)
                AddStep(StepFinding.ActsForMembers, walk.Current with { Level = RegionLevel.Municipality }, []);
            if (Ask(walk.Current) is { } answer)
                return answer with { Explanation = _steps };
        }

        return new Competence.NotFound(Reason()) { Explanation = _steps };
    }

    private NotFoundReason Reason() => (_sawAdvisers, _sawOthersDays) switch
    {
        (true, _) => NotFoundReason.OnlyAdvisory,
        (_, true) => NotFoundReason.OutOfValidity,
        _ => NotFoundReason.NoCompetence,
    };

    private Competence? Ask(AskedArea area)
    {
        var named = Named(area.Area);
        var deciding = named.Where(unit => unit.IsDeciding).ToList();
        var today = deciding.Where(unit => _index.Decides(unit, _day)).DistinctBy(unit => unit.Unit).ToList();
        if (today.Count > 0)
            return Answer(area, today);
        if (deciding.Count > 0)
            _sawOthersDays |= AddStep(StepFinding.NotValidToday, area, deciding);
        else if (named.Count > 0)
            _sawAdvisers |= AddStep(StepFinding.OnlyAdvisory, area, named);
        else
            AddStep(StepFinding.NobodyNamed, area, []);
        return null;
    }

    private List<NamedUnit> Named(ushort area)
    {
        var named = new List<NamedUnit>();
        ref readonly var entry = ref _index.Services[_index.FindService(service)];
        if (_index.TryCell(in entry, area, out var cell))
        {
            foreach (var unit in _index.UnitsOf(cell))
                named.Add(unit);
        }

        return named;
    }

    private Competence Answer(AskedArea area, List<NamedUnit> named)
    {
        var offices = named.Select(snapshot.OfficeAt).OrderBy(office => office.Role.Code, StringComparer.Ordinal).ToList();
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
