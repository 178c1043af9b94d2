using System.Globalization;
using BaseComponents.Authorities.Internal.Regions;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Wire;

/// <summary>
/// Reads changes of territory from CSV with a head line, in a form of our own (docs/authorities.md): <c>OldKey</c>, <c>NewKeys</c> (several
/// separated by spaces), <c>From</c> (yyyy-MM-dd), <c>Kind</c> (merge, split, rename, rekey), and if wanted <c>OldName</c> and <c>NewName</c>.
/// </summary>
internal sealed class TerritoryChangeReader(RegionCatalogueBuilder regions)
{
    public Task ReadAsync(Stream stream, CancellationToken cancellationToken) =>
        CsvRows.ReadAsync(stream, ["OldKey", "NewKeys", "From", "Kind"], Take, cancellationToken);

    private void Take(Func<string, string?> row)
    {
        var old = row("OldKey");
        var successors = Successors(row("NewKeys"));
        if (AreaReference.TryParse(old, out var area) && successors is [_, ..] && DayOf(row("From")) is { } day && KindOf(row("Kind")) is { } kind)
            regions.Add(new TerritoryRow(area, successors, day, kind)
            {
                OldName = Name(row("OldName")),
                NewName = successors.Count == 1 ? Name(row("NewName")) : null,
                NewKey = successors.Count == 1 && RegionKey.TryParse(row("NewKeys"), out var key) ? key.Completed : default,
            });
        else
            regions.Report("territory change", WireText.Clean(old ?? ""), "The row has no valid keys, day or kind, or more than 64 new keys.");
    }

    // Nothing if one of them is no key: a change that is understood in part would lead to the wrong place.
    private static List<AreaReference>? Successors(string? text)
    {
        var areas = new List<AreaReference>();
        foreach (var word in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!AreaReference.TryParse(word, out var area) || areas.Count == RegionCatalogueBuilder.MostSuccessors)
                return null;
            if (!areas.Contains(area))
                areas.Add(area);
        }

        return areas;
    }

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static TerritoryChangeKind? KindOf(string? text) => text?.ToUpperInvariant() switch
    {
        "MERGE" => TerritoryChangeKind.Merge,
        "SPLIT" => TerritoryChangeKind.Split,
        "RENAME" => TerritoryChangeKind.Rename,
        "REKEY" => TerritoryChangeKind.Rekey,
        _ => null,
    };

    private static string? Name(string? text) => WireText.Clean(text ?? "") is { Length: > 0 } name ? name : null;
}
