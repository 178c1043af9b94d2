using System.Net.Http.Json;
using Npgsql;

namespace BaseComponents.Tests.Scale.Payments.Audit;

/// <summary>The evidence: what the service itself says it has, put into a table beside those of the application.</summary>
internal static class SandboxLedger
{
    public static async Task CopyAsync(Uri sandbox, NpgsqlConnection connection)
    {
        using var http = new HttpClient();
        var entries = (await http.GetFromJsonAsync<Entry[]>(new Uri(sandbox, "/payments/ledger.json")))!;
        await using (var make = new NpgsqlCommand(
            """
            DROP TABLE IF EXISTS "SandboxLedger";
            CREATE TABLE "SandboxLedger" ("RequestId" text UNIQUE, "TransactionId" text UNIQUE, "Reference" text, "Cents" bigint, "Status" text);
            """,
            connection))
            await make.ExecuteNonQueryAsync();
        await using var copy = await connection.BeginBinaryImportAsync("""COPY "SandboxLedger" FROM STDIN (FORMAT BINARY)""");
        foreach (var entry in entries)
            await copy.WriteRowAsync(CancellationToken.None, entry.RequestId, entry.TransactionId, entry.Purpose, (long)(entry.Amount * 100), entry.Status);
        await copy.CompleteAsync();
    }

    private sealed record Entry(string RequestId, string TransactionId, string Purpose, decimal Amount, string Status);
}
