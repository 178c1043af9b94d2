using System.Text;

namespace DogLicence.Documents;

/// <summary>The case as a table of one row: semicolons and a byte order mark, as German spreadsheets expect it.</summary>
public static class CaseCsv
{
    public static byte[] Write(CaseSheet sheet)
    {
        var lines = sheet.Sections.SelectMany(section => section.Lines.Select(line => (Label: $"{section.Title}: {line.Label}", line.Value))).ToList();
        var text = Row(lines.Select(line => line.Label).Prepend("Vorgangsnummer")) + Row(lines.Select(line => line.Value).Prepend(sheet.Number));
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];
    }

    private static string Row(IEnumerable<string> cells) => string.Join(';', cells.Select(CsvCell.Of)) + "\r\n";
}
