using BaseComponents.Payments;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>What happens without the browser: payments found paid, late, wrong, or never.</summary>
public sealed class ReconcilerTests : SandboxAndApplication
{
    [Fact]
    public async Task A_payer_who_closes_the_tab_has_paid_all_the_same()
    {
        await PayAsync(96m);
        (await App.FulfilmentsAsync("case-1")).Should().BeEmpty();

        await ReconcileAfterAsync(TimeSpan.FromMinutes(1));
        await ReconcileAfterAsync(TimeSpan.FromHours(2));

        (await App.FulfilmentsAsync("case-1")).Should().Equal("Paid");
        (await Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Paid);
    }

    [Fact]
    public async Task Several_instances_deliver_once()
    {
        await PayAsync(96m);
        Clock.Forward(TimeSpan.FromMinutes(1));
        await using var second = await NewInstanceAsync();
        await using var third = await NewInstanceAsync();

        var runs = await Task.WhenAll(new[] { App, second, third, App, second, third }.Select(instance => instance.Reconciler.RunOnceAsync()));
        var rest = await App.Reconciler.RunOnceAsync();

        (runs.Sum(run => run.Delivered) + rest.Delivered).Should().Be(1);
        (await App.FulfilmentsAsync("case-1")).Should().Equal("Paid");
    }

    [Fact]
    public async Task An_instance_in_the_background_needs_nobody_to_call_it()
    {
        await using var worker = await NewInstanceAsync(settings =>
        {
            settings["BaseComponents:Payments:Reconciler:Enabled"] = "true";
            settings["BaseComponents:Payments:Reconciler:Interval"] = "00:00:00.100";
        });
        await PayAsync(96m);
        Clock.Forward(TimeSpan.FromMinutes(1));

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await App.FulfilmentsAsync("case-1")).Count == 0)
            await Task.Delay(50, limit.Token);
        (await App.FulfilmentsAsync("case-1")).Should().Equal("Paid");
    }

    [Fact]
    public async Task One_cent_less_is_a_mismatch_and_fulfils_nothing()
    {
        await PayAsync(96.92m);

        await ReconcileAfterAsync(TimeSpan.FromMinutes(1));

        (await Payments.FindAsync("case-1")).Should().BeEquivalentTo(new { State = PaymentState.Mismatch, IsPaid = false, MayBeStartedAgain = false });
        (await App.FulfilmentsAsync("case-1")).Should().Equal("Mismatch");
        (await Payments.StartAsync(Orders.DogTax("case-1", 96.92m))).State.Should().Be(PaymentState.Mismatch);
        (await LedgerAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_late_confirmation_is_waited_for()
    {
        await PayAsync(96.91m);
        (await Payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Open);

        await ReconcileAfterAsync(TimeSpan.FromSeconds(11));

        (await App.FulfilmentsAsync("case-1")).Should().Equal("Paid");
    }

    [Fact]
    public async Task What_is_never_paid_expires_once_and_may_be_started_again()
    {
        await PayAsync(96.93m);
        await ReconcileAfterAsync(TimeSpan.FromHours(23));
        (await Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Open);

        await ReconcileAfterAsync(TimeSpan.FromHours(2));
        await ReconcileAfterAsync(TimeSpan.FromHours(2));

        (await App.FulfilmentsAsync("case-1")).Should().Equal("Expired");
        (await Payments.StartAsync(Orders.DogTax("case-1", 96.93m))).Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 2 });
    }

    [Fact]
    public async Task Money_after_an_abort_is_reported_as_late_and_begins_nothing_new()
    {
        var payment = await Payments.StartAsync(Orders.DogTax("case-1", 96.94m));
        await Citizen.PressAsync(payment.PayPage!, "Abbrechen");
        await ReconcileAfterAsync(TimeSpan.FromSeconds(6));
        (await App.FulfilmentsAsync("case-1")).Should().Equal("Canceled");

        await ReconcileAfterAsync(TimeSpan.FromHours(2));

        (await App.FulfilmentsAsync("case-1")).Should().Equal("Canceled", "PaidLate");
        (await Payments.StartAsync(Orders.DogTax("case-1", 96.94m))).State.Should().Be(PaymentState.PaidLate);
        (await LedgerAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_service_that_fails_is_asked_again_later()
    {
        await PayAsync(96m);
        await ArmAsync("payments.get.error", times: 100);
        await ReconcileAfterAsync(TimeSpan.FromMinutes(1));
        (await Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Open);
        await ArmAsync("payments.get.error", times: 1);

        await ReconcileAfterAsync(TimeSpan.FromHours(1));
        await ReconcileAfterAsync(TimeSpan.FromHours(2));

        (await App.FulfilmentsAsync("case-1")).Should().Equal("Paid");
    }

    private async Task PayAsync(decimal amount)
    {
        var payment = await Payments.StartAsync(Orders.DogTax("case-1", amount));
        await Citizen.PressAsync(payment.PayPage!, "Bezahlen");
    }

    private Task<PaymentReconciliation> ReconcileAfterAsync(TimeSpan time)
    {
        Clock.Forward(time);
        return App.Reconciler.RunOnceAsync();
    }
}
