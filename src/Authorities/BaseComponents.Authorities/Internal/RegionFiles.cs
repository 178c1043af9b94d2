using BaseComponents.Authorities.Internal.Regions;
using BaseComponents.Authorities.Wire;

namespace BaseComponents.Authorities.Internal;

/// <summary>Reads all lists of regions, postal codes and changes of one registration into a catalogue.</summary>
/// <param name="sources">Opens the files.</param>
/// <param name="options">Names them.</param>
/// <param name="findings">Takes what is wrong in them.</param>
internal sealed class RegionFiles(SourceReader sources, AuthoritiesOptions options, FindingLog findings)
{
    /// <param name="today">The day for which postal codes of former municipalities are given to their successors.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="AuthoritiesException">A file cannot be read, or the lists hold no municipality.</exception>
    public async Task<RegionCatalogue> ReadAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var regions = new RegionCatalogueBuilder(findings.Add);
        foreach (var list in (string[])[options.RegionList, .. options.AdditionalRegionLists])
            await ReadAsync(list, new RegionListReader(regions, options.MaxFileBytes).ReadAsync, cancellationToken).ConfigureAwait(false);
        if (options.PostalCodes is { } codes)
            await ReadAsync(codes, new PostalCodeReader(regions).ReadAsync, cancellationToken).ConfigureAwait(false);
        if (options.TerritoryChanges is { } changes)
            await ReadAsync(changes, new TerritoryChangeReader(regions).ReadAsync, cancellationToken).ConfigureAwait(false);
        return Build(regions, today);
    }

    private Task ReadAsync(string location, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        findings.Source = DataSource.Shown(location);
        return sources.ReadAsync(location, read, cancellationToken);
    }

    private RegionCatalogue Build(RegionCatalogueBuilder regions, DateOnly today)
    {
        var problem = "The list of regions holds no municipality.";
        try
        {
            if (regions.Build(today) is var catalogue && catalogue.Municipalities.Any())
                return catalogue;
        }
        catch (InvalidDataException exception)
        {
            problem = exception.Message;
        }

        throw Failures.Invalid(options.RegionList, new InvalidDataException(problem));
    }
}
