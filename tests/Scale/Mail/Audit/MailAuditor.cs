using System.Globalization;
using System.Text.Json;
using BaseComponents.Tests.Scale.Mail.Post;
using Npgsql;

namespace BaseComponents.Tests.Scale.Mail.Audit;

/// <summary>
/// The judge, a process of its own: puts the mail server's list beside the tables and counts by SQL, and looks for the canary in every byte that was sent or kept; it knows nothing of our client. Prints what it
/// counted; ends with 1 where a zero is not zero.
/// </summary>
internal static class MailAuditor
{
    public const string PlainTextSeen = "plaintext_seen";
    private const double LeastDelivered = 0.99;

    public static async Task<int> RunAsync()
    {
        var evidence = JsonSerializer.Deserialize<MailEvidence>((await Console.In.ReadLineAsync())!)!;
        await using var connection = new NpgsqlConnection(evidence.Database);
        await connection.OpenAsync();
        await ReceivedTable.FillAsync(connection, await PostBooks.ReadAsync(evidence.PostFolder));
        foreach (var (name, statement) in MailCounters.Facts)
            Report(name, await CountAsync(connection, statement));
        var isClean = true;
        foreach (var (name, statement) in MailCounters.Zeros)
            isClean &= Report(name, await CountAsync(connection, statement)) == 0;
        var search = new CanarySearch(evidence.Canary);
        await search.ReadTablesAsync(connection);
        search.ReadFolder(PostBooks.WiresOf(evidence.PostFolder));
        foreach (var folder in evidence.Folders)
            search.ReadFolder(folder);
        Report("searched_mb", search.Bytes / 1e6);
        isClean &= Report(PlainTextSeen, search.Found) == 0;
        isClean &= Report("delivered_share", await CountAsync(connection, MailCounters.DeliveredShare)) >= LeastDelivered;
        return isClean ? 0 : 1;
    }

    private static async Task<double> CountAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        return Convert.ToDouble(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static double Report(string name, double value)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"RESULT mail.chaos.{name} {value:0.####}"));
        return value;
    }
}

/// <summary>Where the auditor looks, and for what.</summary>
internal sealed record MailEvidence(string Database, string PostFolder, string[] Folders, string Canary);
