namespace BaseComponents.Tool.Commands;

/// <summary>Rows in columns: on a terminal and in a file alike, never broken.</summary>
internal sealed class Columns(params string[] titles)
{
    private readonly List<string[]> _rows = [titles];

    public void Add(params string[] cells) => _rows.Add([.. cells.Select(Visible)]);

    public void Print()
    {
        var widths = Enumerable.Range(0, _rows[0].Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in _rows)
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    /// <summary>Without the signs that would steer a terminal: references and Kassenzeichen come from other systems.</summary>
    public static string Visible(string text) => string.Concat(text.Select(static c => char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format ? '?' : c));
}
