using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Wire;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Internal;

/// <summary>Reads all sources of one registration into a snapshot.</summary>
internal sealed class SnapshotLoader(string name, IOptionsMonitor<AuthoritiesOptions> options, IHttpClientFactory clients, TimeProvider clock)
{
    /// <exception cref="AuthoritiesException">A source cannot be read. What was read of the others is dropped: half a directory is none.</exception>
    public async Task<Snapshot> LoadAsync(CancellationToken cancellationToken)
    {
        var current = Settings();
        var sources = new SourceReader(() => clients.CreateClient(DataSource.ClientName(name)), current, clock);
        var findings = new FindingLog();
        var regions = await new RegionFiles(sources, current, findings).ReadAsync(GermanDay.Of(clock.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        var builder = new SnapshotBuilder(regions) { Findings = findings };

        Task ReadAsync(string location, Func<Stream, CancellationToken, Task> read)
        {
            builder.Findings.Source = DataSource.Shown(location);
            return sources.ReadAsync(location, read, cancellationToken);
        }

        foreach (var delivery in current.Deliveries)
            await ReadAsync(delivery, new XzufiReader(builder, current.Xzufi, current.MaxFileBytes).ReadAsync).ConfigureAwait(false);
        return builder.Build(Fulfilling(current), clock.GetUtcNow());
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
