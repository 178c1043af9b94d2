using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Snapshots;
using BaseComponents.Authorities.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Internal;

/// <summary>Gets the data of one registration: out of the snapshot file, or out of all its sources.</summary>
internal sealed class SnapshotLoader(string name, IOptionsMonitor<AuthoritiesOptions> options, IHttpClientFactory clients, TimeProvider clock)
{
    public static SnapshotLoader Create(IServiceProvider provider, string name) => new(
        name,
        provider.GetRequiredService<IOptionsMonitor<AuthoritiesOptions>>(),
        provider.GetRequiredService<IHttpClientFactory>(),
        provider.GetRequiredService<TimeProvider>());

    /// <param name="inUse">What is used until now; its confirmed values hold on.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="AuthoritiesException">A source cannot be read. What was read of the others is dropped: half a directory is none.</exception>
    public async Task<Snapshot> LoadAsync(Snapshot? inUse, CancellationToken cancellationToken)
    {
        var current = Settings();
        var snapshot = current.Snapshot.Path is { } path
            ? SnapshotOpening.Open(path, current, inUse, clock)
            : (await DraftAsync(current, null, cancellationToken).ConfigureAwait(false)).BuildData();
        snapshot.Warm();
        snapshot.SetActing(Fulfilling(current));
        return snapshot;
    }

    /// <summary>Reads all sources.</summary>
    /// <param name="current">The settings; null for those of the registration.</param>
    /// <param name="progress">Is told what is being read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<SnapshotDraft> DraftAsync(AuthoritiesOptions? current, IProgress<SnapshotProgress>? progress, CancellationToken cancellationToken)
    {
        current ??= Settings();
        var builder = new SnapshotBuilder();
        var sources = new SourceReader(() => clients.CreateClient(DataSource.ClientName(name)), current, clock);
        var reading = new SourceLog(builder, sources, progress, clock);
        var regions = await new RegionFiles(reading, current, builder.Report).ReadAsync(GermanDay.Of(clock.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        foreach (var delivery in current.Deliveries)
            await reading.ReadAsync(delivery, new XzufiReader(builder, current.Xzufi, current.MaxFileBytes).ReadAsync, cancellationToken).ConfigureAwait(false);
        var draft = builder.Build(regions, clock);
        draft.Provenance = new SnapshotInfo { Sources = reading.Sources, Findings = builder.Findings.First, SkippedObjects = builder.Findings.Count };
        return draft;
    }

    private AuthoritiesOptions Settings()
    {
        try
        {
            return options.Get(name);
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
        {
            throw Failures.Configuration(exception);
        }
    }

    private static Dictionary<RegionKey, RegionKey> Fulfilling(AuthoritiesOptions options) =>
        options.FulfillingMunicipalities.ToDictionary(pair => RegionKey.Parse(pair.Key), pair => RegionKey.Parse(pair.Value));
}
