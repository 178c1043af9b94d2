using System.Data.Common;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using BaseComponents.SecureMail.Outbox;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Outbox;

/// <summary>A database of the first version, in which an old node goes on writing while a new one upgrades it and works.</summary>
public sealed class SchemaUpgradeUnderLoadTests : IDisposable
{
    private const int Mails = 30;
    private const string MailColumns = "Tenant,Id,KeyHash,MessageId,EnvelopeId,Recipients,Size,ContentHash,Protection,CreatedAt,UpdatedAt,Phase,DueAt,Attempts,Resends,Reason,HasContent,Version";
    private readonly MailLab _lab = new();
    private readonly OutboxDatabase _database = new();
    private readonly OutboxDatabase _sealed = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_that_the_old_node_writes_is_lost()
    {
        await using var server = new ScriptedServer();
        await FirstVersionAsync();
        var half = new TaskCompletionSource();
        var old = Task.Run(() => OldNodeAsync(half));
        await half.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancelled);

        await using var services = _lab.Services(
            options => (options.Smtp.Port, options.Smtp.Security, options.Smtp.TrustAnchorsPem) = (server.Port, SmtpSecurity.Implicit, server.RootPem),
            mail => mail.AddEntityFrameworkOutbox(options => options.UseSqlite(_database.ConnectionString)));
        await SecureMailOutboxDatabase.UpgradeAsync(services, Cancelled);
        old.IsCompleted.Should().BeFalse("the old node is still at work");
        var settled = 0;
        while (!old.IsCompleted || settled < Mails)
            settled += (await services.WorkAsync()).Settled;

        (await old).Should().Be(Mails);
        var mails = await services.Operations().ListAsync(new OutboxFilter(), Cancelled).ToListAsync(Cancelled);
        mails.Should().HaveCount(Mails).And.OnlyContain(mail => mail.Phase == OutboxPhase.Settled && mail.Recipients[0].State == OutboxRecipientState.Accepted);
        server.Commands.Count(command => command == "DATA").Should().Be(Mails, "each was sent once");
        (await ScalarAsync("SELECT MAX(Version) FROM SecureMailOutboxSchema")).Should().Be((long)Scripts().Count);
    }

    public void Dispose()
    {
        _database.Dispose();
        _sealed.Dispose();
        _lab.Dispose();
    }

    private static List<string> Scripts() => [.. typeof(SecureMailOutboxDatabase).Assembly.GetManifestResourceNames().Where(static name => name.StartsWith("Scripts.Sqlite.", StringComparison.Ordinal))];

    // As the first package left it: its script, and its number.
    private async Task FirstVersionAsync()
    {
        using var script = new StreamReader(typeof(SecureMailOutboxDatabase).Assembly.GetManifestResourceStream("Scripts.Sqlite.0001.sql")!);
        await _database.ExecuteAsync("PRAGMA journal_mode = 'wal'; CREATE TABLE \"SecureMailOutboxSchema\" (\"Version\" integer NOT NULL PRIMARY KEY); INSERT INTO \"SecureMailOutboxSchema\" VALUES (1);" + await script.ReadToEndAsync(Cancelled));
        await using var sealing = await _sealed.OwnAsync(_lab);
        for (var number = 0; number < Mails; number++)
            await sealing.EnqueueAsync(new SecureMessage { To = [MailLab.Office], Subject = "Bescheid", Text = "Text", Key = $"case-{number}" });
    }

    // Knows the columns of the first version and no other, and takes mails as its worker did: by a claim that compares the version.
    private async Task<int> OldNodeAsync(TaskCompletionSource half)
    {
        var written = 0;
        await using var from = await OpenAsync(_sealed);
        await using var to = await OpenAsync(_database);
        await using var mails = await Command(from, $"SELECT {MailColumns}, (SELECT Content FROM MailOutboxContents c WHERE c.Id = m.Id) FROM MailOutbox m ORDER BY Id").ExecuteReaderAsync(Cancelled);
        while (await mails.ReadAsync(Cancelled))
        {
            await using var transaction = await to.BeginTransactionAsync(Cancelled);
            await Insert(to, transaction, "MailOutbox", MailColumns, mails, [.. Enumerable.Range(0, MailColumns.Split(',').Length)]).ExecuteNonQueryAsync(Cancelled);
            await Insert(to, transaction, "MailOutboxContents", "Tenant,Id,Content", mails, [0, 1, mails.FieldCount - 1]).ExecuteNonQueryAsync(Cancelled);
            await transaction.CommitAsync(Cancelled);
            if (++written == Mails / 2)
                half.SetResult();
            await Task.Delay(written < Mails / 2 ? 0 : 60, Cancelled);
        }

        return written;
    }

    private static SqliteCommand Insert(SqliteConnection to, DbTransaction transaction, string table, string columns, DbDataReader row, int[] fields)
    {
        var command = Command(to, $"INSERT INTO {table} ({columns}) VALUES ({string.Join(',', fields.Select(field => $"@p{field}"))})");
        command.Transaction = (SqliteTransaction)transaction;
        foreach (var field in fields)
            command.Parameters.Add(new SqliteParameter($"@p{field}", row.GetValue(field)));
        return command;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static async Task<SqliteConnection> OpenAsync(OutboxDatabase database)
    {
        var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(Cancelled);
        return connection;
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = await OpenAsync(_database);
        await using var command = Command(connection, sql);
        return await command.ExecuteScalarAsync(Cancelled);
    }
}
