using BaseComponents.Payments;

namespace BaseComponents.Tests.Contracts.Payments.Epaybl;

/// <summary>A payment over ePayBL's own interfaces from its start to its end, with what may happen to it on the way.</summary>
public sealed class EpayblLifeTests : SandboxWithEpaybl
{
    private static readonly (string Key, string? Value) ByHand = ("Reconciler:Enabled", "false");

    public static TheoryData<string> Wires { get; } = new("rest", "soap2", "soap3");

    [Theory]
    [MemberData(nameof(Wires))]
    public async Task It_is_started_paid_and_fulfilled_once(string wire)
    {
        await using var town = await EpayblTown.StartAsync(Sandbox, Clock, wire, ByHand);
        var started = await town.Payments.StartAsync(Orders.DogTax("case-1"));
        started.Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 1 });
        (await town.Payments.StartAsync(Orders.DogTax("case-1"))).Should().BeEquivalentTo(started, options => options.Excluding(payment => payment.UpdatedAt));

        (await PressAsync(started.PayPage!, "Bezahlen")).Should().Be(Orders.DogTax("case-1").ReturnUrl);
        (await town.Payments.RefreshAsync("case-1")).Should().BeEquivalentTo(new { State = PaymentState.Paid, PayPage = (Uri?)null, started.TransactionReference });

        (await town.Reconciler.RunOnceAsync()).Delivered.Should().Be(1);
        (await town.Reconciler.RunOnceAsync()).Delivered.Should().Be(0);
        (await town.FulfilmentsAsync("case-1")).Should().Equal("Paid");
        (await ClaimsAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(new { started.TransactionReference, Amount = 96m, Status = "PAYED", Interface = "ePayBL" });
    }

    /// <summary>The browser never comes back, and the next look is hours away: the notification alone makes the application ask.</summary>
    [Theory]
    [InlineData(null, 2)]
    [InlineData("payments.epaybl.notify.duplicate", 4)]
    [InlineData("payments.epaybl.notify.permuted", 2)]
    [InlineData("payments.epaybl.notify.late", 2)]
    public async Task A_notification_makes_it_paid_and_it_is_fulfilled_once(string? fault, int told)
    {
        await using var town = await EpayblTown.StartAsync(Sandbox, Clock, "rest");
        if (fault is not null)
            await ArmAsync(fault, milliseconds: 1500);
        var started = await town.Payments.StartAsync(Orders.DogTax("case-1"));
        await PressAsync(started.PayPage!, "Bezahlen");

        await WaitAsync(async () => (await town.FulfilmentsAsync("case-1")).Count > 0 && town.Answers.Count >= told);

        town.Answers.Should().HaveCount(told).And.OnlyContain(status => status == 200);
        (await town.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Paid);
        await Task.Delay(500);
        (await town.FulfilmentsAsync("case-1")).Should().Equal("Paid");
    }

    [Fact]
    public async Task A_forged_notification_is_refused_and_makes_nobody_ask()
    {
        await using var town = await EpayblTown.StartAsync(Sandbox, Clock, "rest");
        await ArmAsync("payments.epaybl.notify.forged");
        var started = await town.Payments.StartAsync(Orders.DogTax("case-1"));
        await PressAsync(started.PayPage!, "Bezahlen");

        await WaitAsync(() => Task.FromResult(town.Answers.Count >= 3));

        town.Answers.Should().OnlyContain(status => status == 400);
        (await town.Reconciler.RunOnceAsync()).Checked.Should().Be(0);
        (await town.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Open);
        Clock.Forward(TimeSpan.FromHours(7));
        await WaitAsync(async () => (await town.FulfilmentsAsync("case-1")).Count > 0);
        (await town.FulfilmentsAsync("case-1")).Should().Equal("Paid");
    }

    [Theory]
    [InlineData("soap2")]
    [InlineData("soap3")]
    public async Task In_soap_a_lost_answer_is_resolved_by_a_look_up(string wire)
    {
        await using var town = await EpayblTown.StartAsync(Sandbox, Clock, wire, ByHand);
        await ArmAsync("payments.create.drop-after-commit");

        var started = await town.Payments.StartAsync(Orders.DogTax("case-1"));

        started.Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 1 });
        await PressAsync(started.PayPage!, "Bezahlen");
        (await town.Payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Paid);
        (await ClaimsAsync()).Should().ContainSingle();
    }

    /// <summary>The REST connector finds nothing by the transaction number, so nobody may guess; and nobody may be locked out for ever.</summary>
    [Fact]
    public async Task In_rest_a_lost_answer_stays_unknown_until_it_is_abandoned_and_a_new_attempt_begins()
    {
        await using var town = await EpayblTown.StartAsync(Sandbox, Clock, "rest", ByHand);
        await ArmAsync("payments.create.drop-after-commit");

        (await town.Payments.StartAsync(Orders.DogTax("case-1"))).Should().BeEquivalentTo(new { State = PaymentState.OutcomeUnknown, MayBeStartedAgain = false, PayPage = (Uri?)null });
        (await town.Payments.StartAsync(Orders.DogTax("case-1"))).Should().BeEquivalentTo(new { State = PaymentState.OutcomeUnknown, Attempt = 1 });
        (await ClaimsAsync()).Should().ContainSingle();

        Clock.Forward(TimeSpan.FromHours(25));
        await town.Reconciler.RunOnceAsync();
        (await town.Payments.FindAsync("case-1")).Should().BeEquivalentTo(new { State = PaymentState.Abandoned, MayBeStartedAgain = true });
        var again = await town.Payments.StartAsync(Orders.DogTax("case-1"));
        again.Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 2 });
        await PressAsync(again.PayPage!, "Bezahlen");
        (await town.Payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Paid);

        await town.Reconciler.RunOnceAsync();
        (await town.FulfilmentsAsync("case-1")).Should().Equal("Abandoned", "Paid");
        (await ClaimsAsync()).Select(claim => claim.Status).Should().Equal("INITIAL", "PAYED");
    }

    [Theory]
    [MemberData(nameof(Wires))]
    public async Task An_order_that_never_arrived_is_sent_again(string wire)
    {
        await using var town = await EpayblTown.StartAsync(Sandbox, Clock, wire, ByHand);
        await ArmAsync("payments.create.drop-before-commit");

        (await town.Payments.StartAsync(Orders.DogTax("case-1"))).Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 1 });
        (await ClaimsAsync()).Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Wires))]
    public async Task A_return_debit_after_paid_is_seen_and_told(string wire)
    {
        await using var town = await EpayblTown.StartAsync(Sandbox, Clock, wire, ByHand, ("WatchForReturnDebit", "60.00:00:00"));
        var started = await town.Payments.StartAsync(Orders.DogTax("case-1", 96.95m));
        await PressAsync(started.PayPage!, "Bezahlen");
        (await town.Payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Paid);

        Clock.Forward(TimeSpan.FromHours(25));
        await town.Reconciler.RunOnceAsync();

        (await town.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.ReturnDebited);
        await town.Reconciler.RunOnceAsync();
        (await town.FulfilmentsAsync("case-1")).Should().Equal("Paid", "ReturnDebited");
    }

    private static async Task WaitAsync(Func<Task<bool>> condition)
    {
        for (var round = 0; round < 300 && !await condition(); round++)
            await Task.Delay(100);
        (await condition()).Should().BeTrue();
    }
}
