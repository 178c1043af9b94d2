using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.Tests.Contracts.SecureMail.Outbox;

/// <summary>The numbered scripts on PostgreSQL: once, whoever comes, and the same tables as by the model.</summary>
public sealed class OutboxTablesAreMadeTests(OutboxOnPostgreSql server) : IClassFixture<OutboxOnPostgreSql>
{
    private const string Versions = """SELECT "Version"::text FROM "SecureMailOutboxSchema" ORDER BY 1""";

    [Fact]
    public async Task Many_instances_may_make_them_at_the_same_moment()
    {
        var database = await server.DatabaseAsync();

        var applications = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => server.OwnAsync(database))));

        (await OutboxOnPostgreSql.LinesAsync(database, Versions)).Should().OnlyHaveUniqueItems().And.NotBeEmpty();
        foreach (var application in applications)
            await application.DisposeAsync();
    }

    [Fact]
    public async Task Run_again_they_change_nothing()
    {
        var database = await server.DatabaseAsync();
        await (await server.OwnAsync(database)).DisposeAsync();
        var before = await ShapeAsync(database);
        var versions = await OutboxOnPostgreSql.LinesAsync(database, Versions);

        await (await server.OwnAsync(database, retries: true)).DisposeAsync();

        (await ShapeAsync(database)).Should().Equal(before);
        (await OutboxOnPostgreSql.LinesAsync(database, Versions)).Should().Equal(versions);
    }

    [Fact]
    public async Task Tables_of_a_newer_package_are_left_alone()
    {
        var database = await server.DatabaseAsync();
        await (await server.OwnAsync(database)).DisposeAsync();
        await OutboxOnPostgreSql.RunAsync(database, """INSERT INTO "SecureMailOutboxSchema" VALUES (9999)""");

        var starting = () => server.OwnAsync(database);

        (await starting.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.OutboxDatabaseUnusable);
    }

    [Fact]
    public async Task They_make_what_the_model_says()
    {
        var (byScripts, byModel) = (await server.DatabaseAsync(), await server.DatabaseAsync());
        await (await server.OwnAsync(byScripts)).DisposeAsync();
        await using (var context = new SecureMailOutboxDbContext(new DbContextOptionsBuilder<SecureMailOutboxDbContext>().UseNpgsql(byModel).Options))
            await context.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        (await ShapeAsync(byScripts)).Should().Equal(await ShapeAsync(byModel)).And.HaveCountGreaterThan(20);
    }

    private static Task<List<string>> ShapeAsync(string database) => OutboxOnPostgreSql.LinesAsync(
        database,
        """
        SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || COALESCE(character_maximum_length::text, '') || ' ' || is_nullable
          FROM information_schema.columns WHERE table_name LIKE 'MailOutbox%'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE tablename LIKE 'MailOutbox%'
        ORDER BY 1
        """);
}
