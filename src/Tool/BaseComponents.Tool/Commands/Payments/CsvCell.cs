using System.Buffers;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary>One cell of a file for spreadsheets, which take some texts for formulas and run them.</summary>
internal static class CsvCell
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(";\"\r\n\t'");

    /// <summary>The text with an apostrophe in front where it would begin a formula, and quoted where it would end the cell.</summary>
    public static string Write(string text)
    {
        var harmless = IsFormula(text) ? $"'{text}" : text;
        return harmless.AsSpan().ContainsAny(NeedsQuotes) || harmless != harmless.Trim() ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }

    // Blanks in front do not help in every program, and the wide signs are read as the narrow ones in some languages.
    private static bool IsFormula(string text) => text.StartsWith('\t') || text.StartsWith('\r') || text.StartsWith('\n')
        || text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];
}
