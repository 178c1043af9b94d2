using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>Finds who is competent for one service in one area, and writes down the way.</summary>
internal sealed class CompetenceResolver(Snapshot snapshot, LeikaKey service, DateOnly day)
{
    private readonly List<ExplanationStep> _steps = [];
    private bool _sawAdvisers;
    private bool _sawOthersDays;

    public Competence Resolve(RegionKey place)
    {
        foreach (var area in AreaChain.Of(place, snapshot.Regions).Where(IsAsked))
        {
            if ((Ask(area) ?? AskActingMunicipality(area, place)) is { } answer)
                return answer with { Explanation = _steps };
        }

        return new Competence.NotFound(Reason()) { Explanation = _steps };
    }

    private bool IsAsked(AskedArea area) => area.Level != RegionLevel.GovernmentRegion || snapshot.KnowsGovernmentRegions;

    private NotFoundReason Reason() => (_sawAdvisers, _sawOthersDays) switch
    {
        (true, _) => NotFoundReason.OnlyAdvisory,
        (_, true) => NotFoundReason.OutOfValidity,
        _ => NotFoundReason.NoCompetence,
    };

    // In an administrative community one member acts for the others, § 36 SächsKomZG; the community itself is no authority.
    private Competence? AskActingMunicipality(AskedArea area, RegionKey place)
    {
        if (area.Level != RegionLevel.Association || snapshot.ActingFor(area.Key) is not { } acting || acting == place)
            return null;
        AddStep(StepFinding.ActsForMembers, new AskedArea(RegionLevel.Municipality, acting), []);
        return Ask(new AskedArea(RegionLevel.Association, acting.Shortest));
    }

    private Competence? Ask(AskedArea area)
    {
        var named = snapshot.Find(service, area.Key).ToArray();
        var deciding = named.Where(assignment => !assignment.IsAdvisory).ToList();
        var today = deciding.Where(assignment => assignment.HoldsOn(day)).DistinctBy(assignment => assignment.Office.Id).ToList();
        if (today.Count > 0)
            return Answer(area, today);
        if (deciding.Count > 0)
            _sawOthersDays |= AddStep(StepFinding.NotValidToday, area, deciding);
        else if (named.Length > 0)
            _sawAdvisers |= AddStep(StepFinding.OnlyAdvisory, area, named);
        else
            AddStep(StepFinding.NobodyNamed, area, []);
        return null;
    }

    private Competence Answer(AskedArea area, List<Assignment> named)
    {
        var offices = named.Select(assignment => assignment.Office).OrderBy(office => office.Role.Code, StringComparer.Ordinal).ToList();
        var matched = new MatchedArea(area.Level, area.Key, snapshot.Regions.NameOf(area.Key));
        AddStep(offices.Count == 1 ? StepFinding.OfficeFound : StepFinding.SeveralOffices, area, named);
        return offices.Count == 1 ? new Competence.Found(offices[0], matched) : new Competence.Ambiguous(offices, matched);
    }

    private bool AddStep(StepFinding finding, AskedArea area, IEnumerable<Assignment> named)
    {
        _steps.Add(new ExplanationStep(finding, area.Key, snapshot.Regions.NameOf(area.Key), area.Level)
        {
            Offices = [.. named.Select(assignment => assignment.Office.Name).Distinct()],
        });
        return true;
    }
}
