using BaseComponents.Authorities.Internal.Live;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Quality;
using BaseComponents.Authorities.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Authorities.Internal;

/// <summary>Answers from the data in memory.</summary>
internal sealed class AuthorityDirectory(string name, SnapshotStore store, LiveDirectory? live, TimeProvider clock) : IAuthorityDirectory
{
    public static AuthorityDirectory Create(IServiceProvider provider, string name) =>
        new(name, provider.GetRequiredKeyedService<SnapshotStore>(name), LiveDirectory.Create(provider, name), provider.GetRequiredService<TimeProvider>());

    public async Task<Competence> ResolveAsync(LeikaKey service, Place place, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (service.IsEmpty)
            throw new ArgumentException("The service key is empty: it was never set.", nameof(service));
        using var activity = Telemetry.Source.StartActivity("authorities.resolve");
        var state = await store.EnterAsync(cancellationToken).ConfigureAwait(false);
        var answer = live is null
            ? (Use(state, snapshot => new PlaceResolver(snapshot, GermanDay.Of(clock.GetUtcNow())).Resolve(service, place)) ?? WithoutData()) with { Data = state.Version }
            : await ResolveLiveAsync(live, service, place, state, cancellationToken).ConfigureAwait(false);
        activity?.SetTag("authorities.outcome", answer.GetType().Name);
        Telemetry.Resolutions.Add(1, new("authorities.directory", name), new("authorities.outcome", answer.GetType().Name), new("authorities.source", answer.Source.Name));
        return answer;
    }

    public async Task<IReadOnlyList<Municipality>> FindPlacesAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return await AskAsync(snapshot => snapshot.Places.Find(text, GermanDay.Of(clock.GetUtcNow())), cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<PublicService>> FindServicesAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return await AskAsync(snapshot => snapshot.Services.Find(text), cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<PublicService>> ListServicesAsync(CancellationToken cancellationToken = default) =>
        AskAsync(snapshot => snapshot.Services.All, cancellationToken);

    public async Task<AuthoritySnapshot> OpenSnapshotAsync(CancellationToken cancellationToken = default)
    {
        var state = await store.EnterAsync(cancellationToken).ConfigureAwait(false);
        // The lease leaves when it is given back.
        return new AuthoritySnapshot(state.Snapshot ?? throw Failures.NoData(state.Failure!), clock);
    }

    public async Task<QualityReport> CheckQualityAsync(CancellationToken cancellationToken = default)
    {
        var state = await store.EnterAsync(cancellationToken).ConfigureAwait(false);
        var report = Use(state, snapshot => new QualityCheck(new SnapshotQualityData(snapshot, GermanDay.Of(clock.GetUtcNow())), GermanDay.Of(clock.GetUtcNow())).Run())
            ?? throw Failures.NoData(state.Failure!);
        return report with { Data = state.Version, SkippedObjects = state.Snapshot!.Info.SkippedObjects };
    }

    public Task<DirectoryStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        var state = store.Current;
        return Task.FromResult(new DirectoryStatus
        {
            Data = state.Version,
            LastFailure = state.Failure,
            Municipalities = state.Snapshot?.Info.Municipalities ?? 0,
            Services = state.Snapshot?.Info.Services ?? 0,
            Offices = state.Snapshot?.Info.Offices ?? 0,
            Findings = state.Snapshot?.Info.Findings ?? [],
            SkippedObjects = state.Snapshot?.Info.SkippedObjects ?? 0,
            HeldBackLive = live?.Record.Held ?? [],
            LastLiveFailure = live?.Record.LastFailure,
            HeldBackValues = state.Snapshot?.Held.Count ?? 0,
        });
    }

    // The data stays entered while the source is asked: the answer is compared with it.
    private async Task<Competence> ResolveLiveAsync(LiveDirectory asked, LeikaKey service, Place place, LoadState state, CancellationToken cancellationToken)
    {
        try
        {
            return await asked.ResolveAsync(service, place, store.Settings, state, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            state.Snapshot?.Uses.Leave();
        }
    }

    private async Task<T> AskAsync<T>(Func<Snapshot, T> ask, CancellationToken cancellationToken)
        where T : class
    {
        var state = await store.EnterAsync(cancellationToken).ConfigureAwait(false);
        return Use(state, ask) ?? throw Failures.NoData(state.Failure!);
    }

    // One snapshot from begin to end: no answer mixes two.
    private static T? Use<T>(LoadState state, Func<Snapshot, T> ask)
        where T : class
    {
        if (state.Snapshot is not { } snapshot)
            return null;
        try
        {
            return ask(snapshot);
        }
        finally
        {
            snapshot.Uses.Leave();
        }
    }

    private static Competence.NotFound WithoutData() => new(NotFoundReason.SourceDown)
    {
        Explanation = [new ExplanationStep(StepFinding.NoData, null, "", null)],
    };
}
