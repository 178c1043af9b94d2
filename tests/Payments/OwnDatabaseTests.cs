using BaseComponents.Payments;
using BaseComponents.Payments.EntityFrameworkCore;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Payments;

/// <summary>The package's own database in a SQLite file: made and upgraded without the application's migrations.</summary>
public sealed class OwnDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("payments-own-").FullName;

    private string DatabaseFile => Path.Combine(_folder, "payments.db");

    [Fact]
    public async Task A_payment_lives_in_it_from_start_to_event()
    {
        await using var app = await ApplicationAsync();
        await app.Payments.StartAsync(Orders.DogTax());
        _service.Payments[0].Status = "PAYED";

        (await app.Payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Paid);
        (await app.Reconciler.RunOnceAsync()).Delivered.Should().Be(1);
    }

    [Fact]
    public async Task A_reference_that_was_erased_cannot_be_started_again()
    {
        await using var app = await ApplicationAsync();
        await app.Payments.StartTransferAsync(Orders.DogTax());
        await app.Payments.CancelTransferAsync("case-1");
        await app.Reconciler.RunOnceAsync();
        await app.Services.GetRequiredService<IPaymentOperations>().EraseAsync("case-1", "clerk-1", "case closed");

        var start = () => app.Payments.StartAsync(Orders.DogTax());

        (await start.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.ReferenceReused);
    }

    [Fact]
    public async Task Many_instances_may_make_the_tables_at_the_same_moment()
    {
        var applications = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(ApplicationAsync)));

        await applications[0].Payments.StartAsync(Orders.DogTax());
        (await applications[5].Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Open);
        foreach (var application in applications)
            await application.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_who_reads_does_not_stop_a_payment()
    {
        await using var app = await ApplicationAsync();
        await using var reader = new SqliteConnection($"Data Source={DatabaseFile}");
        await reader.OpenAsync(TestContext.Current.CancellationToken);
        await using var looking = reader.BeginTransaction(deferred: true);
        await using var command = new SqliteCommand("SELECT count(*) FROM PaymentSchema", reader, looking);
        await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);

        (await app.Payments.StartAsync(Orders.DogTax())).State.Should().Be(PaymentState.Open);
    }

    [Fact]
    public async Task The_scripts_make_what_the_model_says()
    {
        await using var app = await ApplicationAsync();
        var byModel = Path.Combine(_folder, "model.db");
        await using (var context = new PaymentsDbContext(new DbContextOptionsBuilder<PaymentsDbContext>().UseSqlite($"Data Source={byModel}").Options))
            await context.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        Shape(DatabaseFile).Should().Equal(Shape(byModel)).And.HaveCountGreaterThan(50);
    }

    [Fact]
    public async Task A_newer_database_is_refused()
    {
        await using (await ApplicationAsync())
            Run("""INSERT INTO "PaymentSchema" VALUES (999)""");

        var start = () => ApplicationAsync();

        (await start.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.DatabaseUnusable);
    }

    [Theory]
    [InlineData("""UPDATE "PaymentAudit" SET "Reason" = ''""")]
    [InlineData("""DELETE FROM "PaymentAudit" """)]
    public async Task Lines_of_the_audit_cannot_be_changed_or_deleted(string statement)
    {
        await using var app = await ApplicationAsync();
        await app.Payments.StartAsync(Orders.DogTax());
        _service.Payments[0].Status = "PAYED";
        await app.Payments.RefreshAsync("case-1");
        await app.Services.GetRequiredService<IPaymentOperations>().ResolveAsync(new PaymentDecision
        {
            Reference = "case-1",
            Attempt = 1,
            Resolution = PaymentResolution.Refunded,
            Evidence = PaymentEvidence.TwoPersons,
            DecidedBy = "a",
            ConfirmedBy = "b",
            Reason = "given back",
        });

        FluentActions.Invoking(() => Run(statement)).Should().Throw<SqliteException>().WithMessage("*appended only*");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private readonly ScriptedService _service = new();

    private async Task<TestApplication> ApplicationAsync()
    {
        var application = TestApplication.With(_service, payments =>
        {
            payments.AddEntityFrameworkStore(options => options.UseSqlite($"Data Source={DatabaseFile}")).AddEventHandler<CollectEvents>();
            payments.Services.AddSingleton<CollectedEvents>();
        });
        await PaymentsDatabase.UpgradeAsync(application.Services);
        return application;
    }

    private void Run(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private static List<string> Shape(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk FROM sqlite_master t, pragma_table_info(t.name) c
              WHERE t.type = 'table' AND t.name IN ('Payments', 'PaymentEvents', 'PaymentAudit')
            UNION ALL SELECT i.name || ' ' || i."unique" || ' ' || (SELECT group_concat(name) FROM pragma_index_info(i.name)) FROM sqlite_master t, pragma_index_list(t.name) i
              WHERE t.type = 'table' AND t.name IN ('Payments', 'PaymentEvents', 'PaymentAudit')
            ORDER BY 1
            """;
        using var reader = command.ExecuteReader();
        var shape = new List<string>();
        while (reader.Read())
            shape.Add(reader.GetString(0));
        return shape;
    }
}
