using BaseComponents.Authorities.Internal.Regions;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Wire;

/// <summary>
/// Reads postal codes from CSV with a head line, as OpenPLZ publishes them: the columns <c>PostalCode</c> and <c>RegionalKey</c> (8 or 12
/// digits) count, all others are passed over. Comma, semicolon or tab separate.
/// </summary>
internal sealed class PostalCodeReader(RegionCatalogueBuilder regions)
{
    public Task ReadAsync(Stream stream, CancellationToken cancellationToken) =>
        CsvRows.ReadAsync(stream, ["PostalCode", "RegionalKey"], Take, cancellationToken);

    private void Take(Func<string, string?> row)
    {
        var code = row("PostalCode");
        if (PostalCode.TryParse(code, out var postalCode) && AreaReference.TryParse(row("RegionalKey"), out var area))
            regions.Add(postalCode, area);
        else
            regions.Report("postal code", WireText.Clean(code ?? ""), "The row has no valid postal code, or no valid key of a municipality.");
    }
}
