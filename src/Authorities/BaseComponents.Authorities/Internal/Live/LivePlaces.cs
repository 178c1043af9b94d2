using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Live;

/// <summary>Asks a live source for a place, which may be several municipalities: known from the directory's own list, or from the source.</summary>
internal sealed class LivePlaces(ILiveSource source, Snapshot? data, LiveQuestion question, LiveReading reading)
{
    public async Task<Competence> ResolveAsync(Place place, CancellationToken cancellationToken)
    {
        var located = data is { Info.Municipalities: > 0 } ? new PlaceResolver(data, question.Day).Locate(place) : null;
        if (located is null or { Areas.Count: 0 })
            return await AskAsync(place, await FindAsync(place, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        var answer = await AskAsync(place, [.. located.Areas.Select(data!.Regions.Describe)], cancellationToken).ConfigureAwait(false);
        return answer with
        {
            Explanation = [.. located.Steps, .. answer.Explanation],
            ResolvedFrom = place is Place.ByPostalCode ? null : located.Former(PlaceResolver.TextOf(place)),
        };
    }

    // A municipality key becomes a region key by a list only.
    private async Task<IReadOnlyList<Municipality>> FindAsync(Place place, CancellationToken cancellationToken) => place switch
    {
        Place.ByRegion { Key: var key } => [new Municipality(key, question.NameOf(key))],
        Place.ByPostalCode { Code: var code } => [.. (await source.FindPlacesAsync(code.ToString(), reading, cancellationToken).ConfigureAwait(false)).Where(found => found.PostalCodes.Count == 0 || found.PostalCodes.Contains(code))],
        _ => [],
    };

    private async Task<Competence> AskAsync(Place place, IReadOnlyList<Municipality> areas, CancellationToken cancellationToken)
    {
        var text = PlaceResolver.TextOf(place);
        if (areas.Count == 0)
            return new Competence.NotFound(NotFoundReason.UnknownPlace) { Explanation = [new ExplanationStep(StepFinding.PlaceUnknown, null, text, null)] };
        if (areas.Count > source.MostMunicipalities)
            return new Competence.NeedsPlaceChoice(areas) { Explanation = [new ExplanationStep(StepFinding.TooManyMunicipalities, null, text, null)] };
        var answers = new List<Competence>();
        foreach (var area in areas)
            answers.Add(await source.ResolveAsync(question with { NameOf = key => NameOf(areas, key) }, area.Key, reading, cancellationToken).ConfigureAwait(false));
        return answers is [var only] ? only : PlaceResolver.Compare(areas, answers, place);
    }

    private string NameOf(IReadOnlyList<Municipality> areas, RegionKey key) =>
        areas.FirstOrDefault(area => area.Key.Shortest == key.Shortest)?.Name ?? question.NameOf(key);
}
