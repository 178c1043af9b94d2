using BaseComponents.Payments;
using BaseComponents.Payments.EntityFrameworkCore;
using BaseComponents.Payments.Testing;
using BaseComponents.Tests.Contracts.Eid.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>The store on PostgreSQL, in the package's own database: every promise, and what only a server with many writers can show.</summary>
public sealed class PostgreSqlPaymentsTests(PostgreSqlPeer peer) : IClassFixture<PostgreSqlPeer>
{
    private static readonly DateTimeOffset _noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Checks => [.. PaymentStoreConformance.Checks.Select(check => check.Name)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Every_promise_is_kept(string name)
    {
        await using var first = await ServicesAsync();
        await using var second = await ServicesAsync();

        await PaymentStoreConformance.Checks.Single(check => check.Name == name).RunAsync(Store(first), Store(second), Cancelled);
    }

    [Fact]
    public async Task Rows_that_another_instance_is_taking_are_skipped()
    {
        await using var services = await ServicesAsync();
        var tenant = $"skip-{Guid.NewGuid():N}";
        foreach (var number in Enumerable.Range(0, 3))
            await Store(services).TryAddAsync(Due(tenant, $"case-{number}"), Cancelled);
        await using var other = new NpgsqlConnection(peer.ConnectionString);
        await other.OpenAsync(Cancelled);
        await using var transaction = await other.BeginTransactionAsync(Cancelled);
        await using var locking = new NpgsqlCommand("""SELECT 1 FROM "Payments" WHERE "Tenant" = $1 AND "Reference" = 'case-0' FOR UPDATE""", other, transaction) { Parameters = { new() { Value = tenant } } };
        await locking.ExecuteScalarAsync(Cancelled);

        var claimed = await Store(services).ClaimDueAsync(tenant, _noon, _noon.AddMinutes(2), 10, Cancelled).WaitAsync(TimeSpan.FromSeconds(20), Cancelled);

        claimed.Select(record => record.Reference).Should().BeEquivalentTo("case-1", "case-2");
    }

    [Fact]
    public async Task Many_instances_may_make_the_tables_at_the_same_moment()
    {
        Assert.SkipWhen(peer.Missing is not null, peer.Missing ?? "");
        var database = $"fresh_{Guid.NewGuid():N}";
        await RunAsync($"CREATE DATABASE {database}");
        var connection = peer.ConnectionString.Replace("Database=postgres", $"Database={database}", StringComparison.Ordinal);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var services = Services(connection);
            await PaymentsDatabase.UpgradeAsync(services, Cancelled);
        })));

        await using var one = Services(connection);
        (await Store(one).TryAddAsync(Due("t", "case"), Cancelled)).Should().BeTrue();
    }

    [Fact]
    public async Task The_scripts_make_what_the_model_says()
    {
        Assert.SkipWhen(peer.Missing is not null, peer.Missing ?? "");
        await using var services = await ServicesAsync();
        await RunAsync("CREATE DATABASE by_model");
        var byModel = peer.ConnectionString.Replace("Database=postgres", "Database=by_model", StringComparison.Ordinal);
        await using (var model = Services(byModel))
        await using (var scope = model.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PaymentsDbContext>().Database.EnsureCreatedAsync(Cancelled);

        (await ShapeAsync(peer.ConnectionString)).Should().Equal(await ShapeAsync(byModel)).And.HaveCountGreaterThan(50);
    }

    [Fact]
    public async Task Lines_of_the_audit_cannot_be_changed_or_deleted()
    {
        await using var services = await ServicesAsync();

        foreach (var statement in new[] { """UPDATE "PaymentAudit" SET "Reason" = ''""", """DELETE FROM "PaymentAudit" """, """TRUNCATE "PaymentAudit" """ })
            (await FluentActions.Awaiting(() => RunAsync(statement)).Should().ThrowAsync<PostgresException>()).Which.MessageText.Should().Contain("appended only");
    }

    [Fact]
    public async Task A_dump_under_load_holds_what_was_committed_and_what_guards_it()
    {
        await using var services = await ServicesAsync();
        var tenant = $"dump-{Guid.NewGuid():N}";
        using var enough = new CancellationTokenSource();
        var stored = 0;
        var load = Task.WhenAll(Enumerable.Range(0, 3).Select(process => Task.Run(async () =>
        {
            for (var number = 0; !enough.IsCancellationRequested; number++, Interlocked.Increment(ref stored))
                await Store(services).TryAddAsync(Due(tenant, $"case-{process}-{number}"), Cancelled);
        })));
        while (Volatile.Read(ref stored) < 30)
            await Task.Delay(10, Cancelled);
        var before = Volatile.Read(ref stored);
        await RunAsync("CREATE DATABASE restored");
        var copy = peer.ConnectionString.Replace("Database=postgres", "Database=restored", StringComparison.Ordinal);
        await PostgreSqlDump.RestoreAsync(peer.ConnectionString, copy);
        await enough.CancelAsync();
        await load;

        await using var restored = Services(copy);
        await PaymentsDatabase.UpgradeAsync(restored, Cancelled);
        (await Store(restored).ListAsync(tenant, new PaymentFilter(), Cancelled).CountAsync(Cancelled)).Should().BeInRange(before, stored);
        (await Store(restored).TryAddAsync(Due(tenant, "case-0-0"), Cancelled)).Should().BeFalse("one open attempt for each reference: the indexes are in the dump");
        (await ShapeAsync(copy)).Should().Equal(await ShapeAsync(peer.ConnectionString));
        await FluentActions.Awaiting(() => RunAsync("""TRUNCATE "PaymentAudit" """, copy)).Should().ThrowAsync<PostgresException>("the triggers are in it too");
    }

    private static IPaymentStore Store(IServiceProvider services) => services.GetRequiredKeyedService<IPaymentStore>("");

    private static PaymentRecord Due(string tenant, string reference) => new()
    {
        Tenant = tenant,
        Reference = reference,
        Attempt = 1,
        RequestId = Guid.NewGuid().ToString("N"),
        Fingerprint = new string('a', 64),
        Amount = Euro.FromCents(9_600),
        State = PaymentState.Open,
        CreatedAt = _noon,
        UpdatedAt = _noon,
        NextCheckAt = _noon,
    };

    private async Task<ServiceProvider> ServicesAsync()
    {
        Assert.SkipWhen(peer.Missing is not null, peer.Missing ?? "");
        var services = Services(peer.ConnectionString);
        await PaymentsDatabase.UpgradeAsync(services, Cancelled);
        return services;
    }

    private static ServiceProvider Services(string connection)
    {
        var services = new ServiceCollection();
        services.AddPayments(new ConfigurationBuilder().AddInMemoryCollection().Build().GetSection("BaseComponents:Payments"))
            .AddEntityFrameworkStore(options => options.UseNpgsql(connection));
        return services.BuildServiceProvider();
    }

    private async Task RunAsync(string statement, string? database = null)
    {
        await using var connection = new NpgsqlConnection(database ?? peer.ConnectionString);
        await connection.OpenAsync(Cancelled);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    private static async Task<IReadOnlyList<string>> ShapeAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancelled);
        await using var command = new NpgsqlCommand(
            """
            SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || COALESCE(character_maximum_length::text, '') || ' ' || is_nullable
              FROM information_schema.columns WHERE table_name IN ('Payments', 'PaymentEvents', 'PaymentAudit')
            UNION ALL SELECT indexdef FROM pg_indexes WHERE tablename IN ('Payments', 'PaymentEvents', 'PaymentAudit')
            ORDER BY 1
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync(Cancelled);
        var shape = new List<string>();
        while (await reader.ReadAsync(Cancelled))
            shape.Add(reader.GetString(0));
        return shape;
    }
}
