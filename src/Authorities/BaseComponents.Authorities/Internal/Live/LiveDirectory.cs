using BaseComponents.Authorities.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Authorities.Internal.Live;

/// <summary>Asks the directory's own data and its live sources in the order that the settings say.</summary>
internal sealed class LiveDirectory(string name, IReadOnlyList<ILiveSource> sources, LiveRecord record, TimeProvider clock, ILogger<LiveDirectory> logger)
{
    public LiveRecord Record => record;

    /// <returns>None for a registration without a live source.</returns>
    public static LiveDirectory? Create(IServiceProvider provider, string name)
    {
        List<ILiveSource> sources = [.. provider.GetKeyedServices<ILiveSource>(name)];
        return sources.Count == 0 ? null : new LiveDirectory(name, sources, new LiveRecord(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LiveDirectory>>());
    }

    /// <param name="service">The service.</param>
    /// <param name="place">The place.</param>
    /// <param name="options">The settings of the directory.</param>
    /// <param name="state">The data in use, entered by the caller.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    public async Task<Competence> ResolveAsync(LeikaKey service, Place place, AuthoritiesOptions options, LoadState state, CancellationToken cancellationToken)
    {
        var (data, day, trail) = (state.Snapshot, GermanDay.Of(clock.GetUtcNow()), new AnswerTrail());
        var own = options.Precedence == SourcePrecedence.LiveOnly ? null : Own(service, place, state, day);
        var isOld = data is not null && clock.GetUtcNow() - data.ReadAt > options.SnapshotAgeLimit;
        var isFirst = options.Precedence == SourcePrecedence.SnapshotOnly || (options.Precedence == SourcePrecedence.SnapshotFirst && !isOld);
        if (own is not null && isFirst && trail.Take(own))
            return trail.Conclude();
        if (own is not null && options.Precedence == SourcePrecedence.SnapshotFirst && isOld)
            trail.Add(new ExplanationStep(StepFinding.SnapshotTooOld, null, "", null) { Since = GermanDay.Of(data!.ReadAt) });
        var question = new LiveQuestion(service, day, Acting(options), key => data?.NameOf(key) ?? key.ToString());
        foreach (var source in options.Precedence == SourcePrecedence.SnapshotOnly ? [] : sources)
        {
            if (trail.Take(await AskAsync(source, question, place, options, data, own, cancellationToken).ConfigureAwait(false)))
                return trail.Conclude();
        }

        if (own is not null && !isFirst)
            trail.Take(own);
        return trail.Conclude();
    }

    private static Competence Own(LeikaKey service, Place place, LoadState state, DateOnly day)
    {
        var answer = state.Snapshot is { } data
            ? new PlaceResolver(data, day).Resolve(service, place)
            : new Competence.NotFound(NotFoundReason.SourceDown);
        var asked = state.Snapshot is { } dated
            ? new ExplanationStep(StepFinding.SnapshotAsked, null, "", null) { Since = GermanDay.Of(dated.ReadAt) }
            : new ExplanationStep(StepFinding.NoData, null, "", null);
        return answer with { Explanation = [asked, .. answer.Explanation], Data = state.Version };
    }

    private async Task<Competence> AskAsync(ILiveSource source, LiveQuestion question, Place place, AuthoritiesOptions options, Snapshot? data, Competence? own, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Source.StartActivity("authorities.live");
        activity?.SetTag("authorities.source", source.Source.Name);
        var reading = new LiveReading();
        try
        {
            var answer = await new LivePlaces(source, data, question, reading).ResolveAsync(place, cancellationToken).ConfigureAwait(false);
            record.Report(reading.Failure);
            if (reading.Failure is { } part)
                Log.LiveFailed(logger, name, source.Source.Name, part.Code, part);
            var values = new LiveValues(data, options.Snapshot, record);
            var usable = values.Apply(answer, own);
            if (values.NewlyHeld > 0)
                Log.LiveHeldBack(logger, name, source.Source.Name, values.NewlyHeld);
            return usable with { Explanation = [.. StepsBefore(source, reading), .. usable.Explanation, .. StepsAfter(usable)], Data = reading.Version, Source = source.Source };
        }
        catch (AuthoritiesException failure)
        {
            // Who gave up does not hear of a failure.
            cancellationToken.ThrowIfCancellationRequested();
            activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, failure.Code);
            Telemetry.LiveFailures.Add(1, new("authorities.directory", name), new("authorities.source", source.Source.Name));
            Log.LiveFailed(logger, name, source.Source.Name, failure.Code, failure);
            record.Report(failure);
            return new Competence.NotFound(NotFoundReason.SourceDown) { Explanation = [new ExplanationStep(StepFinding.LiveFailed, null, $"{source.Source} ({failure.Code})", null)], Source = source.Source };
        }
    }

    private static IEnumerable<ExplanationStep> StepsBefore(ILiveSource source, LiveReading reading)
    {
        yield return new ExplanationStep(StepFinding.LiveAsked, null, source.Source.Name, null);
        if (reading.IsStale)
            yield return new ExplanationStep(StepFinding.LiveAnswerIsOld, null, $"{source.Source} ({reading.Failure?.Code})", null) { Since = reading.OldestAt is { } at ? GermanDay.Of(at) : null };
    }

    private static IEnumerable<ExplanationStep> StepsAfter(Competence answer)
    {
        Office[] offices = answer switch
        {
            Competence.Found found => [found.Office],
            Competence.Ambiguous several => [.. several.Offices],
            _ => [],
        };
        return offices.Where(office => office.HeldBack.Count > 0)
            .Select(office => new ExplanationStep(StepFinding.ValuesHeldBack, null, string.Join(", ", office.HeldBack), null) { Offices = [office.Name] });
    }

    private static Dictionary<RegionKey, RegionKey> Acting(AuthoritiesOptions options) =>
        options.FulfillingMunicipalities.ToDictionary(pair => RegionKey.Parse(pair.Key), pair => RegionKey.Parse(pair.Value));
}
