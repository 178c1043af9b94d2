using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.Tests.Contracts.Eid.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail.Outbox;

/// <summary>A dump of PostgreSQL, taken by its own program while several processes store mails, and restored.</summary>
public sealed class OutboxIsRestoredTests(OutboxOnPostgreSql server) : IClassFixture<OutboxOnPostgreSql>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dump_under_load_holds_whole_mails_and_a_person_decides_what_was_sent()
    {
        var database = await server.DatabaseAsync();
        await using var services = await server.OwnAsync(database);
        using var enough = new CancellationTokenSource();
        var stored = new List<string>();
        var load = Task.WhenAll(Enumerable.Range(0, 3).Select(process => Task.Run(async () =>
        {
            for (var number = 0; !enough.IsCancellationRequested; number++)
            {
                await using var scope = services.CreateAsyncScope();
                var mails = await scope.ServiceProvider.GetRequiredService<ISecureMailOutbox>().EnqueueAsync(
                    new SecureMessage { To = [OutboxOnPostgreSql.Office], Subject = "Bescheid", Text = "Text", Key = $"{process}-{number}" }, Cancelled);
                lock (stored)
                    stored.Add(mails[0].Id);
            }
        })));
        while (stored.Count < 20)
            await Task.Delay(10, Cancelled);
        string[] before;
        lock (stored)
            before = [.. stored];
        var copy = await RestoredAsync(database);
        await enough.CancelAsync();
        await load;

        await using var restored = await server.OwnAsync(copy);
        var operations = restored.GetRequiredService<ISecureMailOutboxOperations>();
        var mails = await operations.ListAsync(new OutboxFilter(), Cancelled).ToListAsync(Cancelled);
        mails.Select(mail => mail.Id).Should().Contain(before, "what was committed before the dump is in it").And.HaveCountLessThanOrEqualTo(stored.Count);
        foreach (var mail in mails)
            (await restored.Store().ReadContentAsync("", mail.Id, Cancelled)).Should().NotBeNull("a mail and its content are one commit");
        (await operations.HoldUnsettledAsync("restored a dump", Cancelled)).Should().Be(mails.Count);
        (await restored.GetRequiredService<ISecureMailOutboxWorker>().RunOnceAsync(Cancelled)).Claimed.Should().Be(0);
        (await operations.ResolveAsync(mails[0].Id, OutboxDecision.WasAccepted, "the server's log", Cancelled)).Should().BeTrue();
        (await operations.FindAsync(mails[0].Id, Cancelled))!.Phase.Should().Be(OutboxPhase.Settled);
    }

    private async Task<string> RestoredAsync(string database)
    {
        var copy = await server.DatabaseAsync();
        await PostgreSqlDump.RestoreAsync(database, copy);
        return copy;
    }
}
