using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;
using CsCheck;

namespace BaseComponents.Tests.Payments;

/// <summary>Random lives of a payment, and the one life each arrow of the diagram is about.</summary>
public sealed class StateMachineTests
{
    private static readonly Gen<Step> _step = Gen.OneOf(Gen.Int[0, 2], Gen.Int[0, (int)Step.CancelTransfer]).Select(number => (Step)number);

    public static TheoryData<PaymentState, PaymentState, Step[]> Lives { get; } = new()
    {
        { PaymentState.Creating, PaymentState.Open, [.. Lost, Step.Refresh] },
        { PaymentState.Creating, PaymentState.Paid, [.. Lost, Step.Pay, Step.Refresh] },
        { PaymentState.Creating, PaymentState.Failed, [.. Lost, Step.Fail, Step.Refresh] },
        { PaymentState.Creating, PaymentState.Canceled, [.. Lost, Step.Cancel, Step.Refresh] },
        { PaymentState.Creating, PaymentState.Abandoned, [.. NeverArrived, Step.PassADay, Step.Refresh] },
        { PaymentState.Creating, PaymentState.Mismatch, [.. Lost, Step.WrongAmount, Step.Refresh] },
        { PaymentState.Creating, PaymentState.OutcomeUnknown, [.. Lost, Step.ToggleHiding, Step.Start] },
        { PaymentState.Creating, PaymentState.Rejected, [.. NeverArrived, Step.Refuse, Step.Start] },
        { PaymentState.Creating, PaymentState.DoublePayment, [.. FirstExpired, Step.DropAfter, Step.FailLooksAfterCreate, Step.Start, Step.ToggleFailing, Step.DecidePaid, .. PaidAgain] },
        { PaymentState.OutcomeUnknown, PaymentState.Open, [.. Unknown, Step.ToggleHiding, Step.Refresh] },
        { PaymentState.OutcomeUnknown, PaymentState.Paid, [.. Unknown, Step.Pay, Step.ToggleHiding, Step.Refresh] },
        { PaymentState.OutcomeUnknown, PaymentState.Failed, [.. Unknown, Step.Fail, Step.ToggleHiding, Step.Refresh] },
        { PaymentState.OutcomeUnknown, PaymentState.Canceled, [.. Unknown, Step.Cancel, Step.ToggleHiding, Step.Reconcile, Step.PassAnHour, Step.Reconcile] },
        { PaymentState.OutcomeUnknown, PaymentState.Abandoned, [.. Unknown, Step.PassADay, Step.Reconcile] },
        { PaymentState.OutcomeUnknown, PaymentState.Mismatch, [.. Unknown, Step.WrongAmount, Step.ToggleHiding, Step.Refresh] },
        { PaymentState.OutcomeUnknown, PaymentState.DoublePayment, [.. FirstExpired, Step.DropAfter, Step.ToggleHiding, Step.Start, Step.DecidePaid, Step.ToggleHiding, .. PaidAgain] },
        { PaymentState.Open, PaymentState.Paid, [Step.Start, Step.Pay, Step.Refresh] },
        { PaymentState.Open, PaymentState.Failed, [Step.Start, Step.Fail, Step.Refresh] },
        { PaymentState.Open, PaymentState.Canceled, [Step.Start, Step.Cancel, Step.Refresh] },
        { PaymentState.Open, PaymentState.Expired, [Step.Start, Step.PassADay, Step.Reconcile] },
        { PaymentState.Open, PaymentState.Mismatch, [Step.Start, Step.WrongAmount, Step.Refresh] },
        { PaymentState.Open, PaymentState.DoublePayment, [.. FirstExpired, Step.Start, Step.DecidePaid, .. PaidAgain] },
        { PaymentState.Failed, PaymentState.PaidLate, [Step.Start, Step.Fail, Step.Refresh, Step.Pay, Step.Refresh] },
        { PaymentState.Canceled, PaymentState.PaidLate, [Step.Start, Step.Cancel, Step.Refresh, Step.Pay, Step.PassAnHour, Step.Reconcile] },
        { PaymentState.Expired, PaymentState.PaidLate, [.. FirstExpired, Step.Pay, Step.PassAnHour, Step.Reconcile] },
        { PaymentState.Abandoned, PaymentState.PaidLate, [.. FirstAbandoned, Step.Pay, Step.ToggleHiding, Step.PassAnHour, Step.Reconcile] },
        { PaymentState.Failed, PaymentState.Mismatch, [Step.Start, Step.Fail, Step.Refresh, Step.WrongAmount, Step.Pay, Step.Refresh] },
        { PaymentState.Canceled, PaymentState.Mismatch, [Step.Start, Step.Cancel, Step.Refresh, Step.WrongAmount, Step.Pay, Step.Refresh] },
        { PaymentState.Expired, PaymentState.Mismatch, [.. FirstExpired, Step.WrongAmount, Step.Pay, Step.Refresh] },
        { PaymentState.Abandoned, PaymentState.Mismatch, [.. FirstAbandoned, Step.WrongAmount, Step.Pay, Step.ToggleHiding, Step.Refresh] },
        { PaymentState.Failed, PaymentState.DoublePayment, [Step.Start, Step.Fail, Step.Refresh, .. SecondPaid, Step.Pay, Step.PassAnHour, Step.Reconcile] },
        { PaymentState.Canceled, PaymentState.DoublePayment, [Step.Start, Step.Cancel, Step.Refresh, .. SecondPaid, Step.Pay, Step.PassAnHour, Step.Reconcile] },
        { PaymentState.Expired, PaymentState.DoublePayment, [.. FirstExpired, .. SecondPaid, Step.Pay, Step.PassAnHour, Step.Reconcile] },
        { PaymentState.Abandoned, PaymentState.DoublePayment, [.. FirstAbandoned, .. SecondPaid, Step.Pay, Step.ToggleHiding, Step.PassAnHour, Step.Reconcile] },
        { PaymentState.OutcomeUnknown, PaymentState.Paid, [.. Unknown, Step.DecidePaid] },
        { PaymentState.OutcomeUnknown, PaymentState.Abandoned, [.. Unknown, Step.DecideNotPaid] },
        { PaymentState.Failed, PaymentState.Paid, [Step.Start, Step.Fail, Step.Refresh, Step.DecidePaid] },
        { PaymentState.Canceled, PaymentState.Paid, [Step.Start, Step.Cancel, Step.Refresh, Step.DecidePaid] },
        { PaymentState.Expired, PaymentState.Paid, [.. FirstExpired, Step.DecidePaid] },
        { PaymentState.Abandoned, PaymentState.Paid, [.. FirstAbandoned, Step.DecidePaid] },
        { PaymentState.PaidLate, PaymentState.Paid, [.. FirstPaidLate, Step.DecidePaid] },
        { PaymentState.Mismatch, PaymentState.Paid, [Step.Start, Step.WrongAmount, Step.Refresh, Step.DecidePaid] },
        { PaymentState.DoublePayment, PaymentState.Paid, [.. FirstExpired, .. SecondPaid, Step.Pay, Step.PassAnHour, Step.Reconcile, Step.DecideRefundedNewest, Step.DecidePaid] },
        { PaymentState.AwaitingTransfer, PaymentState.Paid, [Step.StartTransfer, Step.DecidePaid] },
        { PaymentState.AwaitingTransfer, PaymentState.Canceled, [Step.StartTransfer, Step.CancelTransfer] },
        { PaymentState.AwaitingTransfer, PaymentState.Expired, [Step.StartTransfer, .. Enumerable.Repeat(Step.PassADay, 30), Step.Reconcile] },
        { PaymentState.AwaitingTransfer, PaymentState.DoublePayment, [.. FirstExpired, Step.StartTransfer, Step.DecidePaid, Step.DecidePaidNewest] },
        { PaymentState.Paid, PaymentState.Refunded, [Step.Start, Step.Pay, Step.Refresh, Step.DecideRefunded] },
        { PaymentState.PaidLate, PaymentState.Refunded, [.. FirstPaidLate, Step.DecideRefunded] },
        { PaymentState.Mismatch, PaymentState.Refunded, [Step.Start, Step.WrongAmount, Step.Refresh, Step.DecideRefunded] },
        { PaymentState.DoublePayment, PaymentState.Refunded, [.. FirstExpired, .. SecondPaid, Step.Pay, Step.PassAnHour, Step.Reconcile, Step.DecideRefunded] },
        { PaymentState.Paid, PaymentState.ReturnDebited, [Step.Start, Step.Pay, Step.Refresh, Step.DecideReturnDebited] },
        { PaymentState.PaidLate, PaymentState.ReturnDebited, [.. FirstPaidLate, Step.DecideReturnDebited] },
    };

    /// <summary>The create arrived, its answers did not, and the looks after it neither.</summary>
    private static Step[] Lost => [Step.DropAfter, Step.ToggleFailing, Step.Start, Step.ToggleFailing];

    private static Step[] NeverArrived => [Step.DropBefore, Step.DropBefore, Step.DropBefore, Step.Start];

    private static Step[] Unknown => [Step.DropAfter, Step.ToggleHiding, Step.Start];

    private static Step[] FirstExpired => [Step.Start, Step.PassADay, Step.Refresh];

    private static Step[] FirstAbandoned => [.. Unknown, Step.PassADay, Step.Reconcile];

    private static Step[] FirstPaidLate => [.. FirstExpired, Step.Pay, Step.Refresh];

    private static Step[] SecondPaid => [Step.Start, Step.PayNewest, Step.Refresh];

    private static Step[] PaidAgain => [Step.PayNewest, Step.PassAnHour, Step.Reconcile];

    [Fact]
    public async Task Whatever_happens_states_move_forward_and_one_attempt_is_open() =>
        await Gen.Select(_step, Gen.Int[0, 9]).Array[1, 25].SampleAsync(async steps =>
        {
            await using var world = new World();
            foreach (var (step, which) in steps)
                await world.DoAsync(step, which);
        }, iter: 1_000);

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Lives))]
    public async Task Every_arrow_of_the_diagram_is_lived(PaymentState from, PaymentState to, Step[] life)
    {
        await using var world = new World();
        foreach (var step in life)
            await world.DoAsync(step, 0);

        world.Seen.Should().Contain((from, to));
    }

    [Fact]
    public void No_arrow_is_left_out() => Lives.Select(life => (life.Data.Item1, life.Data.Item2)).Distinct().Should().BeEquivalentTo(StateDiagram.Arrows);

    [Fact]
    public async Task Whoever_starts_at_once_gets_the_one_payment()
    {
        var service = new ScriptedService();
        await using var app = TestApplication.With(service);

        var started = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => app.Payments.StartAsync(Orders.DogTax()))));

        service.Payments.Should().ContainSingle();
        started.Select(payment => payment.TransactionId).Should().AllBe("T-1");
    }

    /// <summary>The first try got through and lost its answer; the second one is refused, as a service may that checks before it looks for duplicates.</summary>
    [Fact]
    public async Task A_refusal_does_not_hide_the_payment_that_exists()
    {
        var service = new ScriptedService();
        await using var app = TestApplication.With(service);
        service.CreateFaults.Enqueue(CreateFault.DropAfter);
        service.CreateFaults.Enqueue(CreateFault.Refuse);

        var started = await app.Payments.StartAsync(Orders.DogTax());

        started.Should().Match<Payment>(payment => payment.State == PaymentState.Open && payment.TransactionId == "T-1");
        (await app.Payments.StartAsync(Orders.DogTax())).TransactionId.Should().Be("T-1");
        service.Payments.Should().ContainSingle();
    }

    /// <summary>A look that finds a lost create may tell less than the create did, as ePayBL's does: the pay page comes with the same key.</summary>
    [Fact]
    public async Task An_open_payment_whose_pay_page_nobody_has_is_created_again_with_the_same_key()
    {
        var service = new ScriptedService { Alter = answer => answer["paymentInformation"]!.AsObject().Remove("transactionRedirectUrl") };
        await using var app = TestApplication.With(service);
        (await app.Payments.StartAsync(Orders.DogTax())).Should().BeEquivalentTo(new { State = PaymentState.Open, PayPage = (Uri?)null });
        service.Alter = null;
        var before = service.Bodies.Count;

        (await app.Payments.StartAsync(Orders.DogTax())).PayPage.Should().NotBeNull();

        service.Bodies.Skip(before).Should().BeEmpty("the look before it names the page");
        service.Alter = answer => answer["paymentInformation"]!.AsObject().Remove("transactionRedirectUrl");
        (await app.Payments.StartAsync(Orders.DogTax("case-2"))).PayPage.Should().BeNull();
        (await app.Payments.StartAsync(Orders.DogTax("case-2"))).State.Should().Be(PaymentState.Open);
        service.Bodies.Should().HaveCountGreaterThan(before + 1, "it is created again");
        service.Payments.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_late_payment_is_not_a_payment_in_time()
    {
        var service = new ScriptedService();
        await using var app = TestApplication.With(service);
        await app.Payments.StartAsync(Orders.DogTax());
        service.Payments[0].Status = "CANCELED";
        await app.Payments.RefreshAsync("case-1");
        service.Payments[0].Status = "PAYED";

        var late = await app.Payments.StartAsync(Orders.DogTax());

        late.State.Should().Be(PaymentState.PaidLate);
        late.IsPaid.Should().BeFalse();
        late.MayBeStartedAgain.Should().BeFalse();
        service.Payments.Should().ContainSingle("a second payment would be a second charge");
    }
}
