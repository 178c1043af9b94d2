using System.Text;
using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Wire;

/// <summary>
/// Reads postal codes from CSV with a head line, as OpenPLZ publishes them: the columns <c>PostalCode</c> and <c>RegionalKey</c> (8 or 12
/// digits) count, all others are passed over. Comma, semicolon or tab separate.
/// </summary>
internal sealed class PostalCodeReader(RegionCatalogue catalogue, Action<string, string> report)
{
    private const int LongestLine = 4096;

    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var lines = new BoundedLines(reader, LongestLine);
        var head = await lines.ReadAsync(cancellationToken).ConfigureAwait(false) ?? throw new InvalidDataException("The list of postal codes is empty.");
        var columns = PostalCodeColumns.From(head);
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Length > 0)
                Add(columns.Split(line), columns);
        }
    }

    private void Add(List<string> cells, PostalCodeColumns columns)
    {
        var code = columns.PostalCodeOf(cells);
        var key = columns.RegionalKeyOf(cells);
        if (PostalCode.TryParse(code, out var postalCode) && MunicipalityOf(key) is { } municipality)
            catalogue.Add(postalCode, municipality);
        else
            report(code ?? "", "The row has no valid postal code, or its municipality is not in the list of regions.");
    }

    private RegionKey? MunicipalityOf(string? key)
    {
        if (MunicipalityKey.TryParse(key, out var municipality))
            return catalogue.Find(municipality);
        return RegionKey.TryParse(key, out var region) && catalogue.IsMunicipality(region) ? region : null;
    }
}
