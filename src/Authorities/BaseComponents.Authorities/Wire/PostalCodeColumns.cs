using System.Text;

namespace BaseComponents.Authorities.Wire;

/// <summary>Where the two columns that count stand in a line.</summary>
internal sealed class PostalCodeColumns
{
    private readonly char _separator;
    private readonly int _postalCode;
    private readonly int _regionalKey;

    private PostalCodeColumns(string head)
    {
        _separator = ",;\t".First(candidate => candidate == '\t' || head.Contains(candidate, StringComparison.Ordinal));
        var names = Split(head);
        _postalCode = names.FindIndex(name => name.Equals("PostalCode", StringComparison.OrdinalIgnoreCase));
        _regionalKey = names.FindIndex(name => name.Equals("RegionalKey", StringComparison.OrdinalIgnoreCase));
        if (_postalCode < 0 || _regionalKey < 0)
            throw new InvalidDataException("The head line of the postal codes must name the columns PostalCode and RegionalKey.");
    }

    public static PostalCodeColumns From(string head) => new(head);

    public string? PostalCodeOf(List<string> cells) => _postalCode < cells.Count ? cells[_postalCode] : null;

    public string? RegionalKeyOf(List<string> cells) => _regionalKey < cells.Count ? cells[_regionalKey] : null;

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

    private static void Take(List<string> cells, StringBuilder cell)
    {
        cells.Add(cell.ToString().Trim());
        cell.Clear();
    }
}
