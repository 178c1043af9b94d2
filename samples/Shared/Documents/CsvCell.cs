namespace MunicipalService.Documents;

/// <summary>One cell of a table that a person may open in a spreadsheet.</summary>
public static class CsvCell
{
    /// <summary>
    /// The value, quoted (RFC 4180). A spreadsheet runs a cell that begins with one of <c>= + - @</c>, a tab or a carriage return as a formula:
    /// an apostrophe in front makes it text. Leading blanks do not protect, so they are looked through.
    /// </summary>
    public static string Of(string value)
    {
        var first = value.TrimStart(' ', '\n').FirstOrDefault();
        var text = first is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠' ? "'" + value : value;
        return "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
