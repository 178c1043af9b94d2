using System.Diagnostics;
using BaseComponents.Authorities.Bulk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Internal.Bulk;

/// <summary>The downloads of one registration.</summary>
internal sealed class BulkDownloader(string name, IOptionsMonitor<BulkDeliveryOptions> options, IHttpClientFactory clients, ILogger<BulkDownloader> logger, TimeProvider clock) : IBulkDelivery
{
    public static BulkDownloader Create(IServiceProvider provider, string name) => new(
        name,
        provider.GetRequiredService<IOptionsMonitor<BulkDeliveryOptions>>(),
        provider.GetRequiredService<IHttpClientFactory>(),
        provider.GetRequiredService<ILogger<BulkDownloader>>(),
        provider.GetRequiredService<TimeProvider>());

    public async Task<BulkResult> DownloadAsync(string folder, BulkRun run = BulkRun.Continue, IProgress<BulkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var settings = Settings();
        using var activity = Telemetry.Source.StartActivity("authorities.bulk");
        activity?.SetTag("authorities.registration", name);
        using var held = BulkFolder.Open(folder);
        var download = new BulkDownload(held, new PageFetcher(() => clients.CreateClient(BulkAccess.PageClient(name)), settings, held, clock), settings, progress, clock);
        try
        {
            var result = await WithinTimeAsync(download, run, settings.RunTimeout, cancellationToken).ConfigureAwait(false);
            BulkLog.Complete(logger, name, result.Pages, result.Bytes, result.IsFull);
            return result;
        }
        catch (AuthoritiesException exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Code);
            BulkLog.Stopped(logger, name, download.Pages, exception);
            throw;
        }
        finally
        {
            held.DropDraft();
        }
    }

    private async Task<BulkResult> WithinTimeAsync(BulkDownload download, BulkRun run, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await download.RunAsync(run, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw BulkFailures.RunTooLong(limit, exception);
        }
    }

    private BulkDeliveryOptions Settings()
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
}
