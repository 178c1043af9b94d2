using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using BaseComponents.SecureMail.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BaseComponents.Tests.Contracts.SecureMail.Outbox;

/// <summary>A PostgreSQL of the first version, into which old nodes go on writing while new ones upgrade it.</summary>
public sealed class OutboxIsUpgradedTests(OutboxOnPostgreSql server) : IClassFixture<OutboxOnPostgreSql>
{
    private const int Mails = 60;
    private const int OldNodes = 3;
    private const string Columns = """
        "Tenant", "Id", "KeyHash", "MessageId", "EnvelopeId", "Recipients", "Size", "ContentHash", "Protection", "CreatedAt", "UpdatedAt", "Phase", "DueAt", "Attempts", "Resends", "Reason", "HasContent", "Version"
        """;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_that_old_nodes_write_is_lost()
    {
        var database = await FirstVersionAsync();
        var mails = await SealedAsync();
        var half = new CountdownEvent(Mails / 2);
        var old = Task.WhenAll(mails.Chunk(Mails / OldNodes).Select(share => Task.Run(() => OldNodeAsync(database, share, half))));
        half.Wait(TimeSpan.FromSeconds(60), Cancelled).Should().BeTrue();

        var upgraded = await Task.WhenAll(Enumerable.Range(0, OldNodes).Select(_ => Task.Run(() => server.OwnAsync(database))));
        old.IsCompleted.Should().BeFalse("the old nodes are still at work");
        await old;

        var operations = upgraded[0].GetRequiredService<ISecureMailOutboxOperations>();
        var stored = await operations.ListAsync(new OutboxFilter(), Cancelled).ToListAsync(Cancelled);
        stored.Select(mail => mail.Id).Should().BeEquivalentTo(mails.Select(mail => mail.Values[1]));
        foreach (var mail in stored)
            (await upgraded[0].Store().ReadContentAsync("", mail.Id, Cancelled)).Should().NotBeNull();
        (await OutboxOnPostgreSql.LinesAsync(database, """SELECT string_agg("Version"::text, ',' ORDER BY "Version") FROM "SecureMailOutboxSchema" """)).Should().Equal(string.Join(',', Enumerable.Range(1, Scripts)));
        (await operations.HoldUnsettledAsync("after the upgrade", Cancelled)).Should().Be(Mails, "the new node changes what the old ones wrote");
        foreach (var services in upgraded)
            await services.DisposeAsync();
    }

    private static int Scripts => typeof(SecureMailOutboxDatabase).Assembly.GetManifestResourceNames().Count(static name => name.StartsWith("Scripts.PostgreSql.", StringComparison.Ordinal));

    // As the first package left it: its script, and its number.
    private async Task<string> FirstVersionAsync()
    {
        var database = await server.DatabaseAsync();
        using var script = new StreamReader(typeof(SecureMailOutboxDatabase).Assembly.GetManifestResourceStream("Scripts.PostgreSql.0001.sql")!);
        await OutboxOnPostgreSql.RunAsync(database, """CREATE TABLE "SecureMailOutboxSchema" ("Version" integer NOT NULL PRIMARY KEY); INSERT INTO "SecureMailOutboxSchema" VALUES (1);""" + await script.ReadToEndAsync(Cancelled));
        return database;
    }

    /// <summary>Mails as rows of the first version; their layout has not changed since.</summary>
    private async Task<IReadOnlyList<(object[] Values, byte[] Content)>> SealedAsync()
    {
        var database = await server.DatabaseAsync();
        await using var services = await server.OwnAsync(database);
        await using var scope = services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>();
        for (var number = 0; number < Mails; number++)
            await outbox.EnqueueAsync(new SecureMessage { To = [OutboxOnPostgreSql.Office], Subject = "Bescheid", Text = "Text", Key = $"case-{number}" }, Cancelled);
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancelled);
        await using var command = new NpgsqlCommand($"""SELECT {Columns}, (SELECT "Content" FROM "MailOutboxContents" c WHERE c."Id" = m."Id") FROM "MailOutbox" m""", connection);
        await using var reader = await command.ExecuteReaderAsync(Cancelled);
        var rows = new List<(object[] Values, byte[] Content)>();
        while (await reader.ReadAsync(Cancelled))
            rows.Add(([.. Enumerable.Range(0, reader.FieldCount - 1).Select(reader.GetValue)], reader.GetFieldValue<byte[]>(reader.FieldCount - 1)));
        return rows;
    }

    // Knows the columns of the first version and no other; each mail and its content in one transaction.
    private static async Task OldNodeAsync(string database, IEnumerable<(object[] Values, byte[] Content)> mails, CountdownEvent half)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancelled);
        foreach (var (values, content) in mails)
        {
            await using var transaction = await connection.BeginTransactionAsync(Cancelled);
            await InsertAsync(connection, $"""INSERT INTO "MailOutbox" ({Columns}) VALUES ({Places(values.Length)})""", values);
            await InsertAsync(connection, $"""INSERT INTO "MailOutboxContents" ("Tenant", "Id", "Content") VALUES ({Places(3)})""", [values[0], values[1], content]);
            await transaction.CommitAsync(Cancelled);
            if (half.IsSet)
                await Task.Delay(200, Cancelled);
            else
                half.TrySignal();
        }
    }

    private static string Places(int count) => string.Join(", ", Enumerable.Range(1, count).Select(number => $"${number}"));

    private static async Task InsertAsync(NpgsqlConnection connection, string statement, object[] values)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(Cancelled);
    }
}

internal static class Signals
{
    /// <summary>One more is done; more than were waited for do no harm.</summary>
    public static void TrySignal(this CountdownEvent half)
    {
        lock (half)
        {
            if (!half.IsSet)
                half.Signal();
        }
    }
}
