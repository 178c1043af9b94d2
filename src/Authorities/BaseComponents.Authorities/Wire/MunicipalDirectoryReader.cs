using System.Globalization;
using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Internal.Regions;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Wire;

/// <summary>
/// Reads the directory of municipalities of the office of statistics: one record a line, fields of fixed width. Its postal code is passed over: it
/// is that of the town hall, and says nothing of the other codes of the municipality or the other municipalities of the code.
/// </summary>
/// <remarks>Gemeindeverzeichnis GV100AD. Layout: docs/standards.md, Authorities.</remarks>
internal sealed class MunicipalDirectoryReader(RegionCatalogueBuilder regions)
{
    private const int LongestLine = 1024;

    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var lines = new OfficialLines(stream, LongestLine);
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            // Old programs end a file with a control character.
            if (!string.IsNullOrWhiteSpace(line.Trim('\u001A')))
                Take(line);
        }
    }

    private void Take(string line)
    {
        var kind = Field(line, 0, 2);
        // Regions of planning are no tier of administration. A municipality on its own has a record as its own association.
        if (kind == "30" || (kind == "50" && Field(line, 18, 1) == "0"))
            return;
        var name = WireText.Clean(Field(line, 22, 50));
        if (name.Length > 0 && RegionKey.TryParse(KeyOf(kind, line), out var key))
            regions.Add(new RegionRow(key, name, null) { AsOf = DayOf(line) });
        else
            regions.Report("region", WireText.Clean(Field(line, 10, 12)), "The record is of no known kind, or has no valid key or no name.");
    }

    private static string KeyOf(string kind, string line) => kind switch
    {
        "10" => Field(line, 10, 2),
        "20" => Field(line, 10, 3),
        "40" => Field(line, 10, 5),
        "50" => Field(line, 10, 5) + Field(line, 18, 4),
        "60" => Field(line, 10, 5) + Field(line, 18, 4) + Field(line, 15, 3),
        _ => "",
    };

    private static DateOnly? DayOf(string line) =>
        DateOnly.TryParseExact(Field(line, 2, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Field(string line, int start, int length) =>
        start >= line.Length ? "" : line.Substring(start, Math.Min(length, line.Length - start)).Trim();
}
