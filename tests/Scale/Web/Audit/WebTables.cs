using System.Net.Http.Json;
using BaseComponents.Tests.Scale.Web.Site;
using Npgsql;

namespace BaseComponents.Tests.Scale.Web.Audit;

/// <summary>The evidence as tables beside those of the application.</summary>
internal static class WebTables
{
    private const string Make =
        """
        DROP TABLE IF EXISTS "Journeys", "Ledger", "Mails";
        CREATE TABLE "Journeys" ("Canary" text NOT NULL, "Number" text NOT NULL, "IsLast" boolean NOT NULL);
        CREATE TABLE "Ledger" ("Number" text, "Cents" bigint, "Status" text);
        CREATE TABLE "Mails" ("Subject" text, "Recipient" text, "MessageId" text);
        CREATE INDEX ON "Journeys" ("Number");
        CREATE INDEX ON "Ledger" ("Number");
        CREATE INDEX ON "Mails" ("Subject");
        """;

    public static async Task FillAsync(NpgsqlConnection connection, WebEvidence evidence)
    {
        using var http = new HttpClient();
        var ledger = (await http.GetFromJsonAsync<Entry[]>(new Uri(evidence.Sandbox, "/payments/ledger.json")))!;
        var mails = await ArrivedMail.AllAsync(evidence.Sandbox);
        await using (var make = new NpgsqlCommand(Make, connection))
            await make.ExecuteNonQueryAsync();
        await CopyAsync(connection, "Journeys", evidence.Journeys.SelectMany(Rows));
        await CopyAsync(connection, "Ledger", ledger.Select(entry => new object[] { entry.Purpose, (long)(entry.Amount * 100), entry.Status }));
        await CopyAsync(connection, "Mails", mails.SelectMany(mail => mail.Recipients.Select(recipient => new object[] { mail.Subject, recipient, mail.MessageId ?? "" })));
    }

    // Whoever never saw a number has an empty one, which is lost.
    private static IEnumerable<object[]> Rows(JourneyEvidence journey) => journey.Numbers.Count == 0
        ? [[journey.Canary, "", true]]
        : journey.Numbers.Select((number, index) => new object[] { journey.Canary, number, index == journey.Numbers.Count - 1 });

    private static async Task CopyAsync(NpgsqlConnection connection, string table, IEnumerable<object[]> rows)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{table}\" FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
            await copy.WriteRowAsync(CancellationToken.None, row);
        await copy.CompleteAsync();
    }

    private sealed record Entry(string Purpose, decimal Amount, string Status);
}
