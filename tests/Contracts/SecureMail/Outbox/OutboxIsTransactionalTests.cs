using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using BaseComponents.SecureMail.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BaseComponents.Tests.Contracts.SecureMail.Outbox;

/// <summary>On PostgreSQL a mail lives and dies with the caller's transaction, and lies there as ciphertext only.</summary>
public sealed class OutboxIsTransactionalTests(OutboxOnPostgreSql server) : IClassFixture<OutboxOnPostgreSql>
{
    private const string Canary = "canary-4711-of-the-plain-text";
    private const string Everything = $"""SELECT m::text FROM {PostDb.Schema}."MailOutbox" m UNION ALL SELECT encode("c_Content", 'escape') FROM {PostDb.Schema}."MailOutboxContents" """;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_rolled_back_leaves_no_mail_and_what_is_committed_has_both()
    {
        var database = await server.DatabaseAsync();
        await using var services = await server.ApplicationAsync(database);

        await DecideAsync(services, "rolled back", commits: false);
        await DecideAsync(services, "committed", commits: true);

        (await services.GetRequiredService<ISecureMailOutboxOperations>().ListAsync(new OutboxFilter(), Cancelled).CountAsync(Cancelled)).Should().Be(1);
        (await OutboxOnPostgreSql.LinesAsync(database, """SELECT "c_Title" FROM cases."Cases" """)).Should().Equal("committed");
    }

    [Fact]
    public async Task Nothing_is_to_be_sent_before_the_commit()
    {
        var database = await server.DatabaseAsync();
        await using var services = await server.ApplicationAsync(database);
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PostDb>();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancelled);
        await scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>().EnqueueAsync(Message("case"), Cancelled);
        await context.SaveChangesAsync(Cancelled);

        var before = await services.Store().ClaimDueAsync("", DateTimeOffset.UtcNow.AddMinutes(1), DateTimeOffset.UtcNow.AddMinutes(3), 5, Cancelled);
        await transaction.CommitAsync(Cancelled);
        var after = await services.Store().ClaimDueAsync("", DateTimeOffset.UtcNow.AddMinutes(1), DateTimeOffset.UtcNow.AddMinutes(3), 5, Cancelled);

        before.Should().BeEmpty();
        after.Should().ContainSingle();
    }

    [Fact]
    public async Task Eight_requests_with_one_key_at_the_same_moment_make_one_mail()
    {
        var database = await server.DatabaseAsync();
        await using var services = await server.ApplicationAsync(database);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TryDecideAsync(services))));

        outcomes.Should().Contain(true);
        (await OutboxOnPostgreSql.LinesAsync(database, $"""SELECT "c_Id" FROM {PostDb.Schema}."MailOutbox" """)).Should().ContainSingle();
        (await OutboxOnPostgreSql.LinesAsync(database, """SELECT "c_Title" FROM cases."Cases" """)).Should().HaveCount(outcomes.Count(won => won), "a case whose mail was refused is rolled back");
    }

    [Fact]
    public async Task In_its_own_database_the_losers_of_that_race_get_the_stored_mail()
    {
        var database = await server.DatabaseAsync();
        await using var services = await server.OwnAsync(database);

        var mails = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var scope = services.CreateAsyncScope();
            return (await scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>().EnqueueAsync(Message("one"), Cancelled)).Single();
        })));

        mails.Select(mail => mail.ContentHash).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task In_a_transaction_on_its_own_database_the_loser_of_that_race_can_go_on()
    {
        var database = await server.DatabaseAsync();
        await using var services = await server.OwnAsync(database);
        await using var slow = services.CreateAsyncScope();
        var context = slow.ServiceProvider.GetRequiredService<SecureMailOutboxDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancelled);
        var writer = slow.ServiceProvider.GetRequiredKeyedService<IMailOutboxWriter>("");
        OutboxMail stored;
        await using (var scope = services.CreateAsyncScope())
            stored = (await scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>().EnqueueAsync(Message("one"), Cancelled)).Single();

        // It had looked before the other one stored it.
        var added = await writer.TryAddAsync([(stored, [1])], Cancelled);
        var next = await slow.ServiceProvider.GetRequiredService<ISecureMailOutbox>().EnqueueAsync(Message("two"), Cancelled);
        await transaction.CommitAsync(Cancelled);

        added.Should().BeFalse();
        (await services.Store().FindAsync("", next.Single().Id, Cancelled)).Should().NotBeNull();
    }

    [Fact]
    public async Task No_byte_of_the_plain_text_lies_in_the_tables()
    {
        var database = await server.DatabaseAsync();
        await using var services = await server.ApplicationAsync(database);
        await DecideAsync(services, "a case", commits: true);

        var stored = string.Join('\n', await OutboxOnPostgreSql.LinesAsync(database, Everything));

        stored.Should().Contain("application/pkcs7-mime").And.Contain(OutboxOnPostgreSql.Office, "the mail is there");
        stored.Should().NotContain("canary").And.NotContain(Convert.ToBase64String("canary-4711-of-the-plain-text"u8)[..20]);
    }

    private static async Task<bool> TryDecideAsync(ServiceProvider services)
    {
        try
        {
            await DecideAsync(services, "the same case", commits: true);
            return true;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }

    private static async Task DecideAsync(ServiceProvider services, string title, bool commits)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PostDb>();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancelled);
        context.Cases.Add(new Case { Title = title });
        await scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>().EnqueueAsync(Message(title), Cancelled);
        await context.SaveChangesAsync(Cancelled);
        if (commits)
            await transaction.CommitAsync(Cancelled);
    }

    private static SecureMessage Message(string key) => new() { To = [OutboxOnPostgreSql.Office], Subject = Canary, Text = Canary, Key = $"{Canary}/{key}" };
}
