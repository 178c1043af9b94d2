using BaseComponents.Payments;

namespace BaseComponents.Tests.Contracts.Payments;

public sealed class HappyPathTests : SandboxAndApplication
{
    [Fact]
    public async Task A_payment_is_started_paid_and_fulfilled_once()
    {
        var started = await Payments.StartAsync(Orders.DogTax("case-1"));
        started.State.Should().Be(PaymentState.Open);

        var back = await Citizen.PressAsync(started.PayPage!, "Bezahlen");
        back.Should().Be(Orders.DogTax("case-1").ReturnUrl);
        var paid = await Payments.RefreshAsync("case-1");

        paid!.State.Should().Be(PaymentState.Paid);
        paid.TransactionReference.Should().MatchRegex("^8142[0-9]{9}$");
        paid.PayPage.Should().BeNull();
        (await App.Reconciler.RunOnceAsync()).Delivered.Should().Be(1);
        (await App.Reconciler.RunOnceAsync()).Delivered.Should().Be(0);
        (await App.FulfilmentsAsync("case-1")).Should().Equal("Paid");
        (await LedgerAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Amount = 96m, Status = "PAYED" });
    }

    [Fact]
    public async Task The_same_reference_is_the_same_payment()
    {
        var first = await Payments.StartAsync(Orders.DogTax("case-1"));
        var second = await Payments.StartAsync(Orders.DogTax("case-1") with { ReturnUrl = new Uri("http://localhost:5999/other"), Payer = new PaymentPayer { Name = "Anders" } });

        second.Should().BeEquivalentTo(first, options => options.Excluding(payment => payment.UpdatedAt));
        (await LedgerAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task The_same_reference_with_another_order_is_refused()
    {
        await Payments.StartAsync(Orders.DogTax("case-1", 96m));

        var act = () => Payments.StartAsync(Orders.DogTax("case-1", 97m));

        (await act.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.ReferenceReused);
        (await LedgerAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Aborted_and_failed_attempts_are_followed_by_a_new_one()
    {
        var first = await Payments.StartAsync(Orders.DogTax("case-1"));
        await Citizen.PressAsync(first.PayPage!, "Abbrechen");
        var second = await Payments.StartAsync(Orders.DogTax("case-1"));
        await Citizen.PressAsync(second.PayPage!, "Fehlgeschlagen");
        (await Payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Failed);
        var third = await Payments.StartAsync(Orders.DogTax("case-1"));
        await Citizen.PressAsync(third.PayPage!, "Bezahlen");
        await Payments.RefreshAsync("case-1");

        (await Payments.FindAsync("case-1")).Should().BeEquivalentTo(new { State = PaymentState.Paid, Attempt = 3 });
        (await LedgerAsync()).Select(row => row.Status).Should().Equal("CANCELED", "FAILED", "PAYED");
        await App.Reconciler.RunOnceAsync();
        (await App.FulfilmentsAsync("case-1")).Should().Equal("Canceled", "Failed", "Paid");
    }

    [Fact]
    public async Task A_reference_nobody_started_is_null()
    {
        (await Payments.FindAsync("unknown")).Should().BeNull();
        (await Payments.RefreshAsync("unknown")).Should().BeNull();
    }
}
