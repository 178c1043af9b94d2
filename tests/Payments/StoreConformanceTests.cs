using BaseComponents.Payments;
using BaseComponents.Payments.EntityFrameworkCore;
using BaseComponents.Payments.Testing;
using BaseComponents.Tests.Payments.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Payments;

/// <summary>Both stores keep every promise; and the checks see a store that does not.</summary>
public sealed class StoreConformanceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("payments-store-").FullName;

    public static TheoryData<string> Checks => [.. PaymentStoreConformance.Checks.Select(check => check.Name)];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task In_memory(string name)
    {
        await using var app = TestApplication.With(new ScriptedService());
        var store = app.Services.StoreOf("");

        await Check(name).RunAsync(store, store, TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task In_sqlite_with_two_applications_on_one_file(string name)
    {
        await using var first = await DatabaseAsync();
        await using var second = await DatabaseAsync();

        await Check(name).RunAsync(first.Services.StoreOf(""), second.Services.StoreOf(""), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("an attempt can be added once")]
    [InlineData("who read an old version changes nothing and stores no event")]
    [InlineData("a claimed payment is free again when its lease ends, not before")]
    [InlineData("no attempt can be added while another one is unfinished")]
    [InlineData("of two attempts under one reference one can be paid")]
    [InlineData("of many that are paid at once under one reference one succeeds")]
    [InlineData("a list holds what passes its filter, by the time of the intent")]
    [InlineData("the audit commits with the change, and its lines come back as they were")]
    [InlineData("of many that write the same line of the audit one succeeds, and the others change nothing")]
    [InlineData("an erased attempt has lost reference, pay page and events, and nothing else")]
    [InlineData("an attempt whose event still waits is not erased, unless it is said so")]
    [InlineData("an old version is neither erased nor deleted")]
    [InlineData("a deleted attempt is gone, the audit stays")]
    [InlineData("an event comes back as it was stored, once")]
    public async Task A_careless_store_is_found_out(string name)
    {
        var store = new CarelessStore();

        var check = () => Check(name).RunAsync(store, store, TestContext.Current.CancellationToken);

        (await check.Should().ThrowAsync<PaymentStoreConformanceException>()).Which.Message.Should().Contain(name);
    }

    [Fact]
    public async Task What_a_handler_writes_is_rolled_back_when_it_fails_and_stored_once_when_it_succeeds()
    {
        await using var app = await DatabaseAsync();
        var service = app.Service;
        await app.Application.Payments.StartAsync(Orders.DogTax());
        service.Payments[0].Status = "PAYED";
        await app.Application.Payments.RefreshAsync("case-1");

        app.HandlerFault.IsArmed = true;
        (await app.Application.Reconciler.RunOnceAsync()).Delivered.Should().Be(0);
        (await app.LicencesAsync()).Should().BeEmpty();
        app.HandlerFault.IsArmed = false;
        app.Application.Clock.Advance(TimeSpan.FromMinutes(1));
        (await app.Application.Reconciler.RunOnceAsync()).Delivered.Should().Be(1);
        (await app.Application.Reconciler.RunOnceAsync()).Delivered.Should().Be(0);

        (await app.LicencesAsync()).Should().Equal("case-1");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static PaymentStoreCheck Check(string name) => PaymentStoreConformance.Checks.Single(check => check.Name == name);

    private Task<SqliteApplication> DatabaseAsync() => SqliteApplication.OnAsync(Path.Combine(_folder, "app.db"));
}
