using System.Globalization;
using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Internal.Regions;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Wire;

/// <summary>The columns of the code list of regional keys, alike in both forms of XRepository: key, name, note.</summary>
internal sealed class RegionTable(RegionCatalogueBuilder regions)
{
    public const int MostColumns = 16;

    private const string DayForm = "yyyy-MM-dd";
    private readonly List<string> _columns = [];
    private DateOnly? _asOf;

    public int ColumnCount => _columns.Count;

    public void AddColumn(string name)
    {
        if (_columns.Count < MostColumns)
            _columns.Add(name);
    }

    /// <summary>Takes the day of the list from its version (<c>2021-07-31</c>) or its identifier, which ends with it.</summary>
    public void TakeVersion(string text)
    {
        if (text.Length >= DayForm.Length
            && DateOnly.TryParseExact(text.AsSpan(text.Length - DayForm.Length), DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            _asOf = day;
    }

    public void AddRow(IReadOnlyList<string?> cells)
    {
        var key = Cell(cells, "SCHLUESSEL", 0);
        var name = Cell(cells, "Bezeichnung", 1) is { } text ? WireText.Clean(text) : "";
        if (name.Length == 0 || !RegionKey.TryParse(key, out var region))
            regions.Report("region", WireText.Clean(key ?? ""), "The row has no valid region key, or no name.");
        else
            regions.Add(new RegionRow(region, name, Cell(cells, "Hinweis", 2) is { } note ? WireText.Clean(note) : null) { AsOf = _asOf });
    }

    private string? Cell(IReadOnlyList<string?> cells, string column, int usualPlace)
    {
        var place = _columns.FindIndex(name => name.Equals(column, StringComparison.OrdinalIgnoreCase)) is var found and >= 0 ? found : usualPlace;
        return place < cells.Count ? cells[place] : null;
    }
}
