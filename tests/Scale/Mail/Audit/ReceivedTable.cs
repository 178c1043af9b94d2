using BaseComponents.Tests.Scale.Mail.Post;
using Npgsql;

namespace BaseComponents.Tests.Scale.Mail.Audit;

/// <summary>The mail server's list as a table: one row for each recipient of a transaction.</summary>
internal static class ReceivedTable
{
    private const string Make =
        """
        DROP TABLE IF EXISTS "Received";
        CREATE TABLE "Received" ("EnvelopeId" text NOT NULL, "MessageId" text, "Recipient" text NOT NULL, "End" text NOT NULL, "Hash" text);
        CREATE INDEX ON "Received" ("EnvelopeId", "Recipient");
        """;

    public static async Task FillAsync(NpgsqlConnection connection, IReadOnlyList<Delivery> deliveries)
    {
        await using (var make = new NpgsqlCommand(Make, connection))
            await make.ExecuteNonQueryAsync();
        await using var import = await connection.BeginBinaryImportAsync("""COPY "Received" FROM STDIN (FORMAT BINARY)""");
        foreach (var delivery in deliveries)
        {
            foreach (var (recipient, end) in delivery.Recipients.Select(one => (one, delivery.End)).Concat(delivery.Refused.Select(one => (one, "550"))))
                await import.WriteRowAsync(CancellationToken.None, delivery.EnvelopeId, delivery.MessageId!, recipient, end, delivery.Hash!);
        }

        await import.CompleteAsync();
    }
}
