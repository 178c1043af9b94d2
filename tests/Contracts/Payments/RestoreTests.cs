using BaseComponents.Payments;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>A backup of the database, taken while payments go on, and what a restored application makes of what it missed.</summary>
public sealed class RestoreTests : SandboxAndApplication
{
    [Fact]
    public async Task No_citizen_pays_twice_and_what_was_paid_meanwhile_is_found()
    {
        var open = await Payments.StartAsync(Orders.DogTax("open-at-the-backup"));
        var fulfilled = await Payments.StartAsync(Orders.DogTax("fulfilled-before"));
        await Citizen.PressAsync(fulfilled.PayPage!, "Bezahlen");
        await Payments.RefreshAsync("fulfilled-before");
        await App.Reconciler.RunOnceAsync();
        var backup = await BackUpUnderLoadAsync();
        await Citizen.PressAsync(open.PayPage!, "Bezahlen");
        await Payments.RefreshAsync("open-at-the-backup");
        await App.Reconciler.RunOnceAsync();
        var after = await Payments.StartAsync(Orders.DogTax("after-the-backup"));
        await Citizen.PressAsync(after.PayPage!, "Bezahlen");
        await Payments.RefreshAsync("after-the-backup");
        var booked = await LedgerAsync();

        await using var restored = await Application.StartAsync(Sandbox.Configuration, backup, services: collection => collection.AddSingleton<TimeProvider>(Clock));
        Clock.Forward(TimeSpan.FromHours(1));
        await restored.Reconciler.RunOnceAsync();

        (await restored.FulfilmentsAsync("fulfilled-before")).Should().Equal(["Paid"], "its event is in the backup, and was delivered");
        (await restored.FulfilmentsAsync("open-at-the-backup")).Should().Equal(["Paid"], "the reconciler asks for what was open");
        (await restored.Payments.FindAsync("after-the-backup")).Should().BeNull("the database cannot know it");
        Unknown(await KnownAsync(restored), booked).Should().ContainSingle("who compares with the service's records finds it");
        // The citizen, or the clerk with the order in the case, starts it again: it has the same key.
        await restored.Payments.StartAsync(Orders.DogTax("after-the-backup"));
        (await restored.Payments.RefreshAsync("after-the-backup"))!.State.Should().Be(PaymentState.Paid);
        await restored.Reconciler.RunOnceAsync();
        (await restored.FulfilmentsAsync("after-the-backup")).Should().Equal("Paid");
        (await LedgerAsync()).Select(row => row.RequestId).Should().BeEquivalentTo(booked.Select(row => row.RequestId), "nobody was asked to pay a second time");
    }

    /// <summary>As an operator does it: the application goes on, and is not told.</summary>
    private async Task<string> BackUpUnderLoadAsync()
    {
        var file = DatabaseFile + ".backup";
        using var enough = new CancellationTokenSource();
        var load = Task.Run(async () =>
        {
            for (var number = 0; !enough.IsCancellationRequested; number++)
            {
                await Payments.StartTransferAsync(Orders.DogTax($"load-{number}"));
                await Payments.CancelTransferAsync($"load-{number}");
            }
        });
        await Task.Delay(200, TestContext.Current.CancellationToken);
        await using (var connection = new SqliteConnection($"Data Source={DatabaseFile}"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new SqliteCommand($"VACUUM INTO '{file}'", connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await enough.CancelAsync();
        await load;
        return file;
    }

    private static async Task<IReadOnlyCollection<string>> KnownAsync(Application application) =>
        await application.Services.GetRequiredService<IPaymentOperations>().ListAsync(cancellationToken: TestContext.Current.CancellationToken).Select(record => record.RequestId).ToListAsync(TestContext.Current.CancellationToken);

    private static IEnumerable<string> Unknown(IReadOnlyCollection<string> known, IReadOnlyList<LedgerRow> booked) => booked.Select(row => row.RequestId).Except(known);
}
