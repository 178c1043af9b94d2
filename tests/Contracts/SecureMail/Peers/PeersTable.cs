using System.Reflection;

namespace BaseComponents.Tests.Contracts.SecureMail.Peers;

/// <summary>The table of programs in docs/securemail.md: what readers are told is what the test finds.</summary>
internal static class PeersTable
{
    private const string Head = "| Algorithm | openssl";
    private static readonly string[][] _rows = [.. Lines().SkipWhile(line => !line.StartsWith(Head, StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|')).Select(Cells)];

    /// <summary>What the column of a program says, row by row.</summary>
    public static Dictionary<string, string> Of(string program)
    {
        var column = Array.FindIndex(_rows[0], head => head.StartsWith(program, StringComparison.Ordinal));
        return _rows.Skip(2).ToDictionary(row => row[0], row => row[column]);
    }

    private static string[] Cells(string line) => [.. line.Split('|')[1..^1].Select(cell => cell.Trim())];

    private static string[] Lines() => File.ReadAllLines(Path.Combine(
        typeof(PeersTable).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!, "docs", "securemail.md"));
}
