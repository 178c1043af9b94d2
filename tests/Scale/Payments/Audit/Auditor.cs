using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace BaseComponents.Tests.Scale.Payments.Audit;

/// <summary>
/// The judge, a process of its own: reads the Sandbox's ledger and the tables by SQL, and nothing of our client. Prints what it counted; ends with 1
/// where a zero is not zero.
/// </summary>
internal static class Auditor
{
    private const double LeastSettled = 0.99;

    private static readonly (string Name, string Statement)[] Facts =
        [("orders", Counters.Orders), ("kills", Counters.Kills), ("steps", Counters.Steps), ("paid", Counters.Paid), ("told_doubles", Counters.ToldDoubles)];

    private static readonly (string Name, string Statement)[] Zeros =
    [
        ("double_payments", Counters.DoublePayments), ("paid_but_unknown", Counters.PaidButUnknown), ("fulfilled_twice", Counters.FulfilledTwice),
        ("fulfilled_unpaid", Counters.FulfilledUnpaid), ("lost", Counters.Lost), ("unknown_elsewhere", Counters.UnknownElsewhere),
    ];

    public static async Task<int> RunAsync()
    {
        var evidence = JsonSerializer.Deserialize<Evidence>((await Console.In.ReadLineAsync())!)!;
        await using var connection = new NpgsqlConnection(evidence.Database);
        await connection.OpenAsync();
        await SandboxLedger.CopyAsync(evidence.Sandbox, connection);
        foreach (var (name, statement) in Facts)
            Report(name, await CountAsync(connection, statement));
        var isClean = true;
        foreach (var (name, statement) in Zeros)
            isClean &= Report(name, await CountAsync(connection, statement)) == 0;
        isClean &= Report("settled_share", await CountAsync(connection, Counters.SettledShare)) >= LeastSettled;
        return isClean ? 0 : 1;
    }

    private static async Task<double> CountAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        return Convert.ToDouble(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static double Report(string name, double value)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"RESULT payments.chaos.{name} {value:0.####}"));
        return value;
    }
}

/// <summary>Where the auditor looks.</summary>
internal sealed record Evidence(string Database, Uri Sandbox);
