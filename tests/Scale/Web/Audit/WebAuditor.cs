using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace BaseComponents.Tests.Scale.Web.Audit;

/// <summary>The judge, a process of its own: puts the Sandbox's ledger and its mails beside the tables and counts by SQL. Knows nothing of nodes and pages. Ends with 1 where a zero is not zero.</summary>
internal static class WebAuditor
{
    public static async Task<int> RunAsync()
    {
        var evidence = JsonSerializer.Deserialize<WebEvidence>((await Console.In.ReadLineAsync())!)!;
        await using var connection = new NpgsqlConnection(evidence.Database);
        await connection.OpenAsync();
        await WebTables.FillAsync(connection, evidence);
        foreach (var (name, statement) in WebCounters.Facts)
            Report(name, await CountAsync(connection, statement));
        var isClean = true;
        foreach (var (name, statement) in WebCounters.Zeros)
            isClean &= Report(name, await CountAsync(connection, statement)) == 0;
        return isClean ? 0 : 1;
    }

    private static async Task<double> CountAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 300 };
        return Convert.ToDouble(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static double Report(string name, double value)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"RESULT scale.web.{name} {value:0.####}"));
        return value;
    }
}
