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
        var regions = new RegionCatalogue();
        var builder = new SnapshotBuilder(regions);
        var sources = new SourceReader(() => clients.CreateClient(DataSource.ClientName(name)), current, clock);

        Task ReadAsync(string location, Func<Stream, CancellationToken, Task> read)
        {
            builder.Findings.Source = DataSource.Shown(location);
            return sources.ReadAsync(location, read, cancellationToken);
        }

        await ReadAsync(current.RegionList, new RegionListReader(regions, (row, problem) => builder.Report("region", row, problem)).ReadAsync).ConfigureAwait(false);
        if (current.PostalCodes is { } codes)
            await ReadAsync(codes, new PostalCodeReader(regions, (row, problem) => builder.Report("postal code", row, problem)).ReadAsync).ConfigureAwait(false);
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
