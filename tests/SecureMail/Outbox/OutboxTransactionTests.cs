using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using BaseComponents.SecureMail.Outbox;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Outbox;

/// <summary>A mail lives and dies with the caller's transaction, and lies in the database as ciphertext only.</summary>
public sealed class OutboxTransactionTests(MailLab lab) : IClassFixture<MailLab>, IDisposable
{
    private const string Canary = "canary-4711-of-the-plain-text";
    private readonly OutboxDatabase _database = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_transaction_that_is_rolled_back_leaves_no_mail()
    {
        await using var services = await _database.ApplicationAsync(lab);
        await using (var scope = services.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<CaseDb>();
            await using var transaction = await context.Database.BeginTransactionAsync(Cancelled);
            context.Cases.Add(new Case());
            await scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>().EnqueueAsync(Message(), Cancelled);
            await context.SaveChangesAsync(Cancelled);
            await transaction.RollbackAsync(Cancelled);
        }

        (await services.WorkAsync()).Claimed.Should().Be(0);
        (await services.Operations().ListAsync(new OutboxFilter(), Cancelled).CountAsync(Cancelled)).Should().Be(0);
    }

    [Fact]
    public async Task It_is_stored_with_the_case_and_the_same_key_is_the_same_mail()
    {
        await using var services = await _database.ApplicationAsync(lab);
        var first = await services.EnqueueAsync(Message());

        await using var scope = services.CreateAsyncScope();
        var again = await scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>().EnqueueAsync(Message() with { Text = "another text" }, Cancelled);
        var found = await scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>().GetAsync("case-1/notice", Cancelled);

        again.Single().Id.Should().Be(first.Id);
        again.Single().ContentHash.Should().Be(first.ContentHash);
        found.Single().MessageId.Should().Be(first.MessageId);
        (await services.Operations().ListAsync(new OutboxFilter(), Cancelled).CountAsync(Cancelled)).Should().Be(1);
    }

    [Fact]
    public async Task Twice_in_one_transaction_is_one_mail()
    {
        await using var services = await _database.ApplicationAsync(lab);
        await using var scope = services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>();

        var mails = new[] { await outbox.EnqueueAsync(Message(), Cancelled), await outbox.EnqueueAsync(Message(), Cancelled) };
        await scope.ServiceProvider.GetRequiredService<CaseDb>().SaveChangesAsync(Cancelled);

        mails[1].Single().ContentHash.Should().Be(mails[0].Single().ContentHash);
    }

    [Fact]
    public async Task No_byte_of_the_plain_text_lies_in_the_database()
    {
        await using (var services = await _database.ApplicationAsync(lab))
            await services.EnqueueAsync(Message());

        var bytes = Encoding.Latin1.GetString(_database.Bytes());
        bytes.Should().Contain("application/pkcs7-mime", "the mail is there");
        bytes.Should().NotContain(Canary).And.NotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary))[..20]);
        bytes.Should().NotContain("case-1/notice", "the key is kept as a hash");
    }

    [Fact]
    public async Task What_would_be_plain_is_refused_and_so_is_a_mail_without_key()
    {
        await using var services = await _database.ApplicationAsync(lab);
        var plain = () => services.EnqueueAsync(Message() with { Protection = MailProtection.Plain("an invitation to everybody") });
        var keyless = () => services.EnqueueAsync(Message() with { Key = null });

        (await plain.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.OutboxPlainRefused);
        (await keyless.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.MessageInvalid);
    }

    [Fact]
    public async Task Somebody_who_reads_does_not_stop_who_writes()
    {
        await using var services = await _database.OwnAsync(lab);
        await using var reader = new SqliteConnection(_database.ConnectionString);
        await reader.OpenAsync(Cancelled);
        await using var looking = reader.BeginTransaction(deferred: true);
        await using var command = new SqliteCommand("SELECT count(*) FROM MailOutbox", reader, looking);
        await command.ExecuteScalarAsync(Cancelled);

        var mail = await services.EnqueueAsync(Message());

        (await services.Store().TryUpdateAsync(mail with { Reason = "seen" }, Cancelled)).Should().BeTrue();
    }

    [Fact]
    public async Task The_scripts_make_what_the_model_says()
    {
        await using var own = await _database.OwnAsync(lab);
        using var other = new OutboxDatabase();
        await using var context = new SecureMailOutboxDbContext(new DbContextOptionsBuilder<SecureMailOutboxDbContext>().UseSqlite(other.ConnectionString).Options);
        await context.Database.EnsureCreatedAsync(Cancelled);

        (await ColumnsAsync(_database.ConnectionString)).Should().Equal(await ColumnsAsync(other.ConnectionString));
    }

    [Fact]
    public async Task Many_instances_may_make_the_tables_at_the_same_moment()
    {
        var applications = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _database.OwnAsync(lab))));

        var mail = await applications[0].EnqueueAsync(Message());
        (await applications[5].ReadAsync(mail)).Phase.Should().Be(OutboxPhase.Waiting);
        foreach (var application in applications)
            await application.DisposeAsync();
    }

    public void Dispose() => _database.Dispose();

    private static SecureMessage Message() => new() { To = [MailLab.Office], Subject = Canary, Text = Canary, Key = "case-1/notice" };

    private static async Task<List<string>> ColumnsAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name LIKE 'MailOutbox%'
            UNION ALL SELECT 'index ' || name FROM sqlite_master WHERE type = 'index' AND name LIKE 'IX_MailOutbox%' ORDER BY 1
            """;
        await using var reader = await command.ExecuteReaderAsync(Cancelled);
        var columns = new List<string>();
        while (await reader.ReadAsync(Cancelled))
            columns.Add(reader.GetString(0));
        columns.Should().NotBeEmpty();
        return columns;
    }
}
