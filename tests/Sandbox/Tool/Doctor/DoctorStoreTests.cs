using BaseComponents.Payments;

namespace BaseComponents.Tests.Sandbox.Tool.Doctor;

/// <summary>What <c>basecomponents doctor --database</c> finds wrong with the place where payments are kept.</summary>
public sealed class DoctorStoreTests : IAsyncLifetime
{
    private DoctorSetUp _setUp = null!;

    public async ValueTask InitializeAsync() => _setUp = await DoctorSetUp.StartAsync();

    public ValueTask DisposeAsync() => _setUp.DisposeAsync();

    [Fact]
    public async Task A_database_without_tables()
    {
        await File.WriteAllBytesAsync(_setUp.PathOf("empty.db"), []);

        (await RunAsync($"sqlite:{_setUp.PathOf("empty.db")}")).HasOnly("payments-database-unusable", "error", "payments", "", "payment store", "made its tables");
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached()
    {
        _setUp.Connect("Payments", "Host=127.0.0.1;Port=1;Database=payments;Username=amt;Password=geheim;Timeout=2");

        var outcome = await RunAsync("Payments");

        outcome.HasOnly("payments-database-unusable", "error", "payments", "", "payment store", "database reachable");
        outcome.Bad.Single().Found.Should().Contain("NpgsqlException").And.NotContain("geheim");
    }

    [Fact]
    public async Task A_payment_that_waits_for_a_person_and_since_when()
    {
        await using var treasury = await TreasuryDatabase.CreateAsync();
        await treasury.AddAsync("case-1", PaymentState.OutcomeUnknown);

        var outcome = await RunAsync($"sqlite:{treasury.Path}");

        outcome.HasOnly("payments-waiting", "warning", "payments", "", "payments", "basecomponents payments list");
        outcome.Bad.Single().Found.Should().StartWith("1 payment(s) wait for a person, the first since 2026-11-");
    }

    private Task<DoctorOutcome> RunAsync(string database) => _setUp.RunAsync("--only", "payments", "--database", database);
}
