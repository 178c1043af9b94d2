using System.Text;

namespace BaseComponents.Authorities.Wire;

/// <summary>Reads a CSV file in UTF-8 with a head line, row by row.</summary>
internal static class CsvRows
{
    private const int LongestLine = 4096;

    /// <param name="stream">The file.</param>
    /// <param name="needed">Columns that must be there.</param>
    /// <param name="take">Takes a row: a function that gives the cell of a column, or null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task ReadAsync(Stream stream, string[] needed, Action<Func<string, string?>> take, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var lines = new BoundedLines(reader, LongestLine);
        var head = CsvHead.From(await lines.ReadAsync(cancellationToken).ConfigureAwait(false) ?? throw new InvalidDataException("The file is empty."), needed);
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0)
                continue;
            var cells = head.Split(line);
            take(column => head.Cell(cells, column));
        }
    }
}
