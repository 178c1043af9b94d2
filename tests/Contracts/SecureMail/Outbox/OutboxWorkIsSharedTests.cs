using System.Collections.Concurrent;
using BaseComponents.SecureMail.Outbox;
using Npgsql;

namespace BaseComponents.Tests.Contracts.SecureMail.Outbox;

/// <summary>Many workers on one PostgreSQL: what only a server with many writers can show.</summary>
public sealed class OutboxWorkIsSharedTests(OutboxOnPostgreSql server) : IClassFixture<OutboxOnPostgreSql>
{
    private static readonly DateTimeOffset _noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_that_another_worker_is_taking_are_skipped(bool isApplication)
    {
        var database = await server.DatabaseAsync();
        await using var services = isApplication ? await server.ApplicationAsync(database) : await server.OwnAsync(database);
        foreach (var number in Enumerable.Range(0, 3))
            await services.AddAsync([(Due(number), [1])]);
        var lockOne = isApplication ? $"""SELECT 1 FROM {PostDb.Schema}."MailOutbox" WHERE "c_Id" = 'case-0' FOR UPDATE""" : """SELECT 1 FROM "MailOutbox" WHERE "Id" = 'case-0' FOR UPDATE""";
        await using var other = new NpgsqlConnection(database);
        await other.OpenAsync(Cancelled);
        await using var transaction = await other.BeginTransactionAsync(Cancelled);
        await using var locking = new NpgsqlCommand(lockOne, other, transaction);
        await locking.ExecuteScalarAsync(Cancelled);

        var claimed = await services.Store().ClaimDueAsync("t", _noon, _noon.AddMinutes(2), 10, Cancelled).WaitAsync(TimeSpan.FromSeconds(20), Cancelled);

        claimed.Select(mail => mail.Id).Should().Equal("case-1", "case-2");
    }

    [Fact]
    public async Task Eight_workers_get_each_mail_once_and_leave_none()
    {
        const int Mails = 400;
        var database = await server.DatabaseAsync();
        await using var one = await server.OwnAsync(database);
        await using var other = await server.OwnAsync(database);
        foreach (var chunk in Enumerable.Range(0, Mails).Chunk(50))
            await one.AddAsync([.. chunk.Select(number => (Due(number), new byte[] { 1 }))]);
        var claimed = new ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => WorkAsync((number % 2 == 0 ? one : other).Store(), claimed))));

        claimed.Should().HaveCount(Mails).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_oldest_come_first_while_new_ones_arrive_without_end()
    {
        var database = await server.DatabaseAsync();
        await using var services = await server.OwnAsync(database);
        await services.AddAsync([.. Enumerable.Range(0, 20).Select(number => (Due(number), new byte[] { 1 }))]);
        var claimed = new List<string>();

        for (var round = 0; round < 5; round++)
        {
            await services.AddAsync([.. Enumerable.Range(0, 10).Select(number => (Due(1000 + (round * 10) + number) with { DueAt = _noon.AddSeconds(round) }, new byte[] { 1 }))]);
            claimed.AddRange((await services.Store().ClaimDueAsync("t", _noon.AddMinutes(1), _noon.AddHours(1), 4, Cancelled)).Select(mail => mail.Id));
        }

        claimed.Should().BeEquivalentTo(Enumerable.Range(0, 20).Select(number => $"case-{number}"));
    }

    [Theory]
    [InlineData("""UPDATE "MailOutbox" SET "Recipients" = 'nobody' WHERE "Id" = 'case-0'""")]
    [InlineData("""UPDATE "MailOutbox" SET "Recipients" = 'null' WHERE "Id" = 'case-0'""")]
    [InlineData("""UPDATE "MailOutbox" SET "Phase" = 'OfANewerPackage' WHERE "Id" = 'case-0'""")]
    public async Task A_row_that_cannot_be_read_does_not_stop_those_behind_it(string spoil)
    {
        var database = await server.DatabaseAsync();
        await using var services = await server.OwnAsync(database);
        await services.AddAsync([.. Enumerable.Range(0, 3).Select(number => (Due(number) with { DueAt = _noon.AddSeconds(number) }, new byte[] { 1 }))]);
        await OutboxOnPostgreSql.RunAsync(database, spoil);

        var claimed = new List<string>();
        for (var round = 0; round < 3; round++)
            claimed.AddRange((await services.Store().ClaimDueAsync("t", _noon.AddMinutes(1), _noon.AddMinutes(3), 1, Cancelled)).Select(mail => mail.Id));

        claimed.Should().Equal("case-1", "case-2");
    }

    [Fact]
    public async Task Who_lost_the_lease_writes_nothing_whatever_he_has_read()
    {
        var database = await server.DatabaseAsync();
        await using var zombie = await server.OwnAsync(database);
        await using var services = await server.OwnAsync(database);
        await services.AddAsync([(Due(1), [1])]);
        var lost = (await zombie.Store().ClaimDueAsync("t", _noon, _noon.AddMinutes(2), 1, Cancelled)).Single();
        var taken = (await services.Store().ClaimDueAsync("t", _noon.AddMinutes(2), _noon.AddMinutes(4), 1, Cancelled)).Single();

        var tries = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => zombie.Store().TryUpdateAsync(lost with { Phase = OutboxPhase.HandingOver }, Cancelled)))
                .Append(services.Store().TryUpdateAsync(taken with { Phase = OutboxPhase.Sending }, Cancelled)));

        tries.Should().Equal([.. Enumerable.Repeat(false, 8), true]);
        (await services.Store().FindAsync("t", "case-1", Cancelled))!.Phase.Should().Be(OutboxPhase.Sending);
    }

    private static async Task WorkAsync(IMailOutboxStore store, ConcurrentBag<string> claimed)
    {
        for (var idle = 0; idle < 3;)
        {
            var mails = await store.ClaimDueAsync("t", _noon, _noon.AddMinutes(2), 3, Cancelled);
            idle = mails.Count == 0 ? idle + 1 : 0;
            foreach (var mail in mails)
                claimed.Add((await store.TryUpdateAsync(mail with { Phase = OutboxPhase.Settled, DueAt = null }, Cancelled)) ? mail.Id : $"{mail.Id} belongs to somebody else");
        }
    }

    private static OutboxMail Due(int number) => new()
    {
        Tenant = "t",
        Id = $"case-{number}",
        KeyHash = $"case-{number}",
        MessageId = $"{number}@stadt.example",
        EnvelopeId = "00112233445566778899aabbccddeeff",
        Recipients = [new(0, OutboxOnPostgreSql.Office, OutboxRecipientState.Sealed)],
        Size = 1,
        ContentHash = "00",
        CreatedAt = _noon,
        UpdatedAt = _noon,
        DueAt = _noon,
    };
}
