using BaseComponents.Authorities.Internal.Regions;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>Finds who is competent for a service at a place, which may be several municipalities, or an area of former days.</summary>
internal sealed class PlaceResolver(Snapshot snapshot, DateOnly day)
{
    public Competence Resolve(LeikaKey service, Place place)
    {
        if (snapshot.Find(service, day) is not { } known)
            return NotFound(NotFoundReason.UnknownService, StepFinding.ServiceUnknown, service.ToString());
        if (!known.IsOffered)
            return NotFound(NotFoundReason.OutOfValidity, StepFinding.ServiceNotValid, known.Service.Name);
        var located = Locate(place);
        var answer = Resolve(service, place, located.Areas);
        return answer with
        {
            Explanation = [.. located.Steps, .. answer.Explanation],
            ResolvedFrom = place is Place.ByPostalCode ? null : located.Former(TextOf(place)),
        };
    }

    private Competence Resolve(LeikaKey service, Place place, IReadOnlyList<RegionKey> areas) => areas.Count switch
    {
        0 => NotFound(NotFoundReason.UnknownPlace, StepFinding.PlaceUnknown, TextOf(place)),
        1 => new CompetenceResolver(snapshot, service, day).Resolve(areas[0]),
        _ => Compare([.. areas.Select(snapshot.Regions.Describe)], [.. areas.Select(key => new CompetenceResolver(snapshot, service, day).Resolve(key))], place),
    };

    /// <summary>The areas of today that a place stands for; none where it is unknown.</summary>
    public LocatedArea Locate(Place place) => place switch
    {
        Place.ByRegion { Key: var key } => AreaLocator.Locate(snapshot.Regions, AreaReference.Of(key), day),
        Place.ByMunicipality { Key: var key } => AreaLocator.Locate(snapshot.Regions, AreaReference.Of(key), day),
        Place.ByPostalCode { Code: var code } => Locate(snapshot.Regions.Find(code)),
        _ => new LocatedArea([], [], []),
    };

    // The list of postal codes may be older than the last change of territory.
    private LocatedArea Locate(IReadOnlyList<RegionKey> municipalities)
    {
        var located = municipalities.Select(key => AreaLocator.Locate(snapshot.Regions, AreaReference.Of(key), day)).ToList();
        return new LocatedArea(
            [.. located.SelectMany(one => one.Areas).Distinct()],
            [.. located.SelectMany(one => one.Changes)],
            [.. located.SelectMany(one => one.Steps)]);
    }

    public static string TextOf(Place place) => place switch
    {
        Place.ByRegion { Key: var key } => key.ToString(),
        Place.ByMunicipality { Key: var key } => key.ToString(),
        Place.ByPostalCode { Code: var code } => code.ToString(),
        _ => "",
    };

    /// <summary>The answer for a place of several municipalities: theirs if it is the same for all.</summary>
    public static Competence Compare(IReadOnlyList<Municipality> municipalities, IReadOnlyList<Competence> answers, Place place)
    {
        var same = answers.All(answer => IsSame(answers[0], answer));
        List<ExplanationStep> steps =
        [
            .. place is Place.ByPostalCode ? [About(StepFinding.SeveralMunicipalities, TextOf(place))] : Array.Empty<ExplanationStep>(),
            .. answers.SelectMany(answer => answer.Explanation),
            About(same ? StepFinding.SameForAllMunicipalities : StepFinding.DifferentByMunicipality, TextOf(place)),
        ];
        var answer = same ? answers[0] : new Competence.NeedsPlaceChoice([.. municipalities.OrderBy(municipality => municipality.Name, StringComparer.Ordinal)]);
        return answer with { Explanation = steps, OnlineServices = InAll(answers) };
    }

    // What holds wherever in the postal code somebody lives.
    private static OnlineService[] InAll(IReadOnlyList<Competence> answers) =>
        [.. answers[0].OnlineServices.Where(service => answers.All(answer => answer.OnlineServices.Any(other => other.Id == service.Id)))];

    // What a citizen would notice: who answers, or why nobody does.
    private static bool IsSame(Competence one, Competence other) => (one, other) switch
    {
        (Competence.Found first, Competence.Found second) => first.Office.Id == second.Office.Id,
        (Competence.Ambiguous first, Competence.Ambiguous second) => IdsOf(first).SetEquals(IdsOf(second)),
        (Competence.NotFound first, Competence.NotFound second) => first.Reason == second.Reason,
        _ => false,
    };

    private static HashSet<OfficeId> IdsOf(Competence.Ambiguous answer) => [.. answer.Offices.Select(office => office.Id)];

    private static Competence.NotFound NotFound(NotFoundReason reason, StepFinding finding, string about) =>
        new(reason) { Explanation = [About(finding, about)] };

    private static ExplanationStep About(StepFinding finding, string name) => new(finding, null, name, null);
}
