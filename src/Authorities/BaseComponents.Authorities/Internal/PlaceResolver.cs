using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>Finds who is competent for a service at a place, which may be several municipalities.</summary>
internal sealed class PlaceResolver(Snapshot snapshot, DateOnly day)
{
    public Competence Resolve(LeikaKey service, Place place)
    {
        if (snapshot.Find(service) is not { } known)
            return NotFound(NotFoundReason.UnknownService, StepFinding.ServiceUnknown, service.ToString());
        if (!known.Validity.Covers(day))
            return NotFound(NotFoundReason.OutOfValidity, StepFinding.ServiceNotValid, known.Service.Name);
        var places = KeysOf(place);
        return places.Count switch
        {
            0 => NotFound(NotFoundReason.UnknownPlace, StepFinding.PlaceUnknown, TextOf(place)),
            1 => new CompetenceResolver(snapshot, service, day).Resolve(places[0]),
            _ => Compare(places, [.. places.Select(key => new CompetenceResolver(snapshot, service, day).Resolve(key))], TextOf(place)),
        };
    }

    private IReadOnlyList<RegionKey> KeysOf(Place place) => place switch
    {
        Place.ByRegion { Key: var key } => snapshot.Regions.IsKnown(key.Completed) ? [key.Completed] : [],
        Place.ByMunicipality { Key: var key } => snapshot.Regions.Find(key) is { } region ? [region] : [],
        Place.ByPostalCode { Code: var code } => snapshot.Regions.Find(code),
        _ => [],
    };

    private static string TextOf(Place place) => place switch
    {
        Place.ByRegion { Key: var key } => key.ToString(),
        Place.ByMunicipality { Key: var key } => key.ToString(),
        Place.ByPostalCode { Code: var code } => code.ToString(),
        _ => "",
    };

    private Competence Compare(IReadOnlyList<RegionKey> places, IReadOnlyList<Competence> answers, string postalCode)
    {
        var same = answers.All(answer => IsSame(answers[0], answer));
        List<ExplanationStep> steps =
        [
            About(StepFinding.SeveralMunicipalities, postalCode),
            .. answers.SelectMany(answer => answer.Explanation),
            About(same ? StepFinding.SameForAllMunicipalities : StepFinding.DifferentByMunicipality, postalCode),
        ];
        var answer = same ? answers[0] : new Competence.NeedsPlaceChoice(Candidates(places));
        return answer with { Explanation = steps };
    }

    private List<Municipality> Candidates(IReadOnlyList<RegionKey> places) =>
        [.. places.Select(snapshot.Regions.Describe).OrderBy(municipality => municipality.Name, StringComparer.Ordinal)];

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
