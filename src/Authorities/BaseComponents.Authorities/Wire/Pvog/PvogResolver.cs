using BaseComponents.Authorities.Internal.Live;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Pvog;

namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>
/// Finds who is competent in one area, and writes down the way: the first tier at which a unit decides ends the search, as with the
/// directory's own data.
/// </summary>
internal sealed class PvogResolver(PvogClient client, PvogOptions options, LiveQuestion question, LiveReading reading)
{
    private readonly PvogOfficeReader _offices = new(options.Names);
    private readonly List<ExplanationStep> _steps = [];
    private bool _knowsService;
    private bool _sawAdvisers;

    public async Task<Competence> ResolveAsync(RegionKey place, CancellationToken cancellationToken)
    {
        var answer = await ClimbAsync(place, cancellationToken).ConfigureAwait(false);
        var online = await OnlineServicesAsync(place, cancellationToken).ConfigureAwait(false);
        return answer with { Explanation = _steps, OnlineServices = online };
    }

    private async Task<Competence> ClimbAsync(RegionKey place, CancellationToken cancellationToken)
    {
        foreach (var tier in PvogTiers.Of(place, question.Acting, options.AskGovernmentRegions))
        {
            if (tier.IsActing)
                AddStep(StepFinding.ActsForMembers, tier with { Level = RegionLevel.Municipality }, []);
            if (await AskAsync(tier, cancellationToken).ConfigureAwait(false) is { } answer)
                return answer;
        }

        return new Competence.NotFound(_sawAdvisers ? NotFoundReason.OnlyAdvisory : _knowsService ? NotFoundReason.NoCompetence : NotFoundReason.UnknownService);
    }

    private async Task<Competence?> AskAsync(PvogTier tier, CancellationToken cancellationToken)
    {
        var area = tier.Area.ToString("P", null);
        if (await client.DescriptionAsync(question.Service, area, question.Day, cancellationToken).ConfigureAwait(false) is not { } description)
            return Nothing(StepFinding.NobodyNamed, tier, []);
        _knowsService = true;
        var named = Read(await client.UnitsAsync(description, area, cancellationToken).ConfigureAwait(false));
        var told = new List<Office>();
        foreach (var (id, office) in named)
            told.Add(office.Role.IsCompetent ? await DetailAsync(id, office, description, area, cancellationToken).ConfigureAwait(false) : office);
        List<Office> deciding = [.. told.Where(office => office.Role.IsCompetent).OrderBy(office => office.Role.Code, StringComparer.Ordinal)];
        if (deciding.Count == 0)
            return Nothing(told.Count > 0 ? StepFinding.OnlyAdvisory : StepFinding.NobodyNamed, tier, told);
        AddStep(deciding.Count == 1 ? StepFinding.OfficeFound : StepFinding.SeveralOffices, tier, deciding);
        var matched = new MatchedArea(tier.Level, tier.Area, question.NameOf(tier.Area));
        return deciding.Count == 1 ? new Competence.Found(deciding[0], matched) : new Competence.Ambiguous(deciding, matched);
    }

    // A unit in two capacities decides if one of them does.
    private List<(string Id, Office Office)> Read(IReadOnlyList<PvogUnitTitle> units)
    {
        var named = new Dictionary<string, Office>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            if (PvogId.Read(unit.Id) is not { } id || PvogOfficeReader.Text(unit.Title) is not { } name)
                continue;
            var office = PvogOfficeReader.Named(id, name, RoleOf(unit.Role) ?? default);
            if (!named.TryGetValue(id, out var known) || (!known.Role.IsCompetent && office.Role.IsCompetent))
                named[id] = office;
        }

        return named.Count <= options.MaxUnits
            ? [.. named.Select(pair => (pair.Key, pair.Value))]
            : throw LiveFailures.Invalid(AnswerSource.Pvog, "organisationunits/titles", $"it names more than {options.MaxUnits} units (MaxUnits).");
    }

    // A unit decides only if list and unit both say so; where the unit itself says nothing, the list counts.
    private async Task<Office> DetailAsync(string id, Office named, string description, string area, CancellationToken cancellationToken)
    {
        if (await client.UnitAsync(id, description, area, question.Day, cancellationToken).ConfigureAwait(false) is not { } unit)
            return named;
        if (unit.Id is { } told && told != id)
            throw LiveFailures.Invalid(AnswerSource.Pvog, "organisationunits/detail", "it is about another unit than the one asked for.");
        var office = _offices.Read(named, unit);
        return RoleOf(unit.Role) is { IsCompetent: false } role ? office with { Role = role } : office;
    }

    private static OfficeRole? RoleOf(PvogRole? role) => PvogOfficeReader.Text(role?.Code) is { } code ? new OfficeRole(code) : null;

    // The competence counts without them; that they are missing is said.
    private async Task<IReadOnlyList<OnlineService>> OnlineServicesAsync(RegionKey place, CancellationToken cancellationToken)
    {
        if (!options.AskOnlineServices)
            return [];
        try
        {
            var found = await client.OnlineServicesAsync(question.Service, place.Completed.ToString("P", null), cancellationToken).ConfigureAwait(false);
            return PvogOnline.Read(found);
        }
        catch (AuthoritiesException failure)
        {
            reading.Miss(failure);
            _steps.Add(new ExplanationStep(StepFinding.OnlineServicesMissing, null, $"{AnswerSource.Pvog}: {failure.Code}", null));
            return [];
        }
    }

    private Competence? Nothing(StepFinding finding, PvogTier tier, List<Office> named)
    {
        _sawAdvisers |= named.Count > 0;
        AddStep(finding, tier, named);
        return null;
    }

    private void AddStep(StepFinding finding, PvogTier tier, List<Office> named) =>
        _steps.Add(new ExplanationStep(finding, tier.Area, question.NameOf(tier.Area), tier.Level) { Offices = [.. named.Select(office => office.Name).Distinct()] });
}
