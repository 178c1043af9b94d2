using BaseComponents.Authorities.Internal.Regions;
using BaseComponents.Authorities.Wire;

namespace BaseComponents.Authorities.Internal;

/// <summary>Reads all lists of regions, postal codes and changes of one registration into a catalogue.</summary>
/// <param name="reading">Opens the files, and writes down what each of them was.</param>
/// <param name="options">Names them.</param>
/// <param name="report">Takes what is wrong in them: kind of row, its key, the problem.</param>
internal sealed class RegionFiles(SourceLog reading, AuthoritiesOptions options, Action<string, string, string> report)
{
    // A directory that only asks live may have none.
    private IEnumerable<string> Lists => ((string[])[options.RegionList, .. options.AdditionalRegionLists]).Where(list => list.Length > 0);

    /// <param name="today">The day for which postal codes of former municipalities are given to their successors.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="AuthoritiesException">A file cannot be read, or the lists hold no municipality.</exception>
    public async Task<RegionCatalogue> ReadAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var regions = new RegionCatalogueBuilder(report);
        foreach (var list in Lists)
            await reading.ReadAsync(list, new RegionListReader(regions, options.MaxFileBytes).ReadAsync, cancellationToken).ConfigureAwait(false);
        if (options.PostalCodes is { } codes)
            await reading.ReadAsync(codes, new PostalCodeReader(regions).ReadAsync, cancellationToken).ConfigureAwait(false);
        if (options.TerritoryChanges is { } changes)
            await reading.ReadAsync(changes, new TerritoryChangeReader(regions).ReadAsync, cancellationToken).ConfigureAwait(false);
        return Build(regions, today);
    }

    private RegionCatalogue Build(RegionCatalogueBuilder regions, DateOnly today)
    {
        var problem = "The list of regions holds no municipality.";
        try
        {
            if (regions.Build(today) is var catalogue && (catalogue.Municipalities.Any() || !Lists.Any()))
                return catalogue;
        }
        catch (InvalidDataException exception)
        {
            problem = exception.Message;
        }

        throw Failures.Invalid(options.RegionList, new InvalidDataException(problem));
    }
}
