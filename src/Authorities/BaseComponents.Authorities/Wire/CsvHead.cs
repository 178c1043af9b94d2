using System.Text;

namespace BaseComponents.Authorities.Wire;

/// <summary>The head line of a CSV file: which columns there are, and what separates them (comma, semicolon or tab).</summary>
internal sealed class CsvHead
{
    private readonly char _separator;
    private readonly List<string> _names;

    private CsvHead(string line)
    {
        _separator = ",;\t".First(candidate => candidate == '\t' || line.Contains(candidate, StringComparison.Ordinal));
        _names = Split(line);
    }

    /// <exception cref="InvalidDataException">A column is missing that must be there.</exception>
    public static CsvHead From(string line, params ReadOnlySpan<string> needed)
    {
        var head = new CsvHead(line);
        foreach (var column in needed)
        {
            if (head.PlaceOf(column) < 0)
                throw new InvalidDataException($"The head line must name the columns {string.Join(", ", needed.ToArray())}.");
        }

        return head;
    }

    /// <summary>The cell of a column; null if the row, or the file, has none.</summary>
    public string? Cell(List<string> cells, string column) => PlaceOf(column) is var place and >= 0 && place < cells.Count ? cells[place] : null;

    /// <summary>The cells of a line; a cell in quotes may hold the separator, and two quotes for one (RFC 4180). A cell never spans lines.</summary>
    public List<string> Split(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var index = 0; index < line.Length; index++)
        {
            var character = line[index];
            if (character == '"' && quoted && index + 1 < line.Length && line[index + 1] == '"')
                cell.Append(line[++index]);
            else if (character == '"')
                quoted = !quoted;
            else if (character == _separator && !quoted)
                Take(cells, cell);
            else
                cell.Append(character);
        }

        Take(cells, cell);
        return cells;
    }

    private int PlaceOf(string column) => _names.FindIndex(name => name.Equals(column, StringComparison.OrdinalIgnoreCase));

    private static void Take(List<string> cells, StringBuilder cell)
    {
        cells.Add(cell.ToString().Trim());
        cell.Clear();
    }
}
