using BaseComponents.Authorities.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Authorities.Internal;

/// <summary>Answers from the data in memory.</summary>
internal sealed class AuthorityDirectory(string name, SnapshotStore store, TimeProvider clock) : IAuthorityDirectory
{
    public static AuthorityDirectory Create(IServiceProvider provider, string name) =>
        new(name, provider.GetRequiredKeyedService<SnapshotStore>(name), provider.GetRequiredService<TimeProvider>());

    public async Task<Competence> ResolveAsync(LeikaKey service, Place place, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (service.IsEmpty)
            throw new ArgumentException("The service key is empty: it was never set.", nameof(service));
        using var activity = Telemetry.Source.StartActivity("authorities.resolve");
        var state = await store.GetAsync(cancellationToken).ConfigureAwait(false);
        var answer = state.Snapshot is { } snapshot ? new PlaceResolver(snapshot, GermanDay.Of(clock.GetUtcNow())).Resolve(service, place) : WithoutData();
        activity?.SetTag("authorities.outcome", answer.GetType().Name);
        Telemetry.Resolutions.Add(1, new("authorities.directory", name), new("authorities.outcome", answer.GetType().Name));
        return answer with { Data = state.Version };
    }

    public async Task<IReadOnlyList<Municipality>> FindPlacesAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (await DataAsync(cancellationToken).ConfigureAwait(false)).Places.Find(text, GermanDay.Of(clock.GetUtcNow()));
    }

    public async Task<IReadOnlyList<PublicService>> FindServicesAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (await DataAsync(cancellationToken).ConfigureAwait(false)).Services.Find(text);
    }

    public async Task<IReadOnlyList<PublicService>> ListServicesAsync(CancellationToken cancellationToken = default) =>
        (await DataAsync(cancellationToken).ConfigureAwait(false)).Services.All;

    public Task<DirectoryStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        var state = store.Current;
        return Task.FromResult(new DirectoryStatus
        {
            Data = state.Version,
            LastFailure = state.Failure,
            Municipalities = state.Snapshot?.MunicipalityCount ?? 0,
            Services = state.Snapshot?.ServiceCount ?? 0,
            Offices = state.Snapshot?.Offices ?? 0,
            Findings = state.Snapshot?.Findings.First ?? [],
            SkippedObjects = state.Snapshot?.Findings.Count ?? 0,
        });
    }

    private async Task<Snapshot> DataAsync(CancellationToken cancellationToken)
    {
        var state = await store.GetAsync(cancellationToken).ConfigureAwait(false);
        return state.Snapshot ?? throw Failures.NoData(state.Failure!);
    }

    private static Competence.NotFound WithoutData() => new(NotFoundReason.SourceDown)
    {
        Explanation = [new ExplanationStep(StepFinding.NoData, null, "", null)],
    };
}
