namespace BaseComponents.Authorities.Bulk;

/// <summary>
/// Fetches the whole data of the Portalverbund, and later what changed, into a folder of deliveries. The folder is then named in
/// <see cref="AuthoritiesOptions.Deliveries"/>, of a directory or of a snapshot that is to be made.
/// </summary>
/// <remarks>Bereitstelldienst des Portalverbund Online-Gateways (PVOG).</remarks>
public interface IBulkDelivery
{
    /// <summary>Fetches page after page until the service says that there are no more. What was stopped in between goes on where it was.</summary>
    /// <param name="folder">The folder; made if it is not there. It belongs to the download: a folder with other files is refused.</param>
    /// <param name="run">Whether to fetch what is missing, or everything anew.</param>
    /// <param name="progress">Is told how much has arrived.</param>
    /// <param name="cancellationToken">Stops; the pages that arrived whole are kept, and count when the run is complete.</param>
    /// <exception cref="AuthoritiesException">
    /// The service refuses, is not reached, or answers something that must not be used; a limit is reached; or the folder cannot be used.
    /// What the folder held before is still there.
    /// </exception>
    Task<BulkResult> DownloadAsync(string folder, BulkRun run = BulkRun.Continue, IProgress<BulkProgress>? progress = null, CancellationToken cancellationToken = default);
}
