using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;

namespace BaseComponents.Tests.Payments;

/// <summary>Services that are away for long, and instances that come between: nothing is given up that may still bring money.</summary>
public sealed class TimeTests : IAsyncDisposable
{
    private readonly ScriptedService _service = new();
    private readonly TestApplication _app;

    public TimeTests() => _app = TestApplication.With(_service);

    [Fact]
    public async Task An_intent_that_waited_for_the_service_has_its_full_time_once_the_pay_page_opens()
    {
        foreach (var _ in Enumerable.Range(0, 3))
            _service.CreateFaults.Enqueue(CreateFault.DropBefore);
        var start = () => _app.Payments.StartAsync(Orders.DogTax());
        await start.Should().ThrowAsync<PaymentException>();
        _service.FailsLooks = true;
        _app.Clock.Advance(TimeSpan.FromHours(30));
        await _app.Reconciler.RunOnceAsync();
        _service.FailsLooks = false;

        (await start()).Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 1 });
        _app.Clock.Advance(TimeSpan.FromHours(23));
        await _app.Reconciler.RunOnceAsync();

        (await start()).Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 1 }, "the payer may be on the pay page");
        _app.Clock.Advance(TimeSpan.FromHours(2));
        await _app.Reconciler.RunOnceAsync();
        (await _app.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Expired);
    }

    [Fact]
    public async Task The_watch_for_a_late_payment_ends_with_a_look_that_succeeded()
    {
        await _app.Payments.StartAsync(Orders.DogTax());
        _service.Payments[0].Status = "CANCELED";
        await _app.Payments.RefreshAsync("case-1");
        _service.Payments[0].Status = "PAYED";
        _service.FailsLooks = true;
        _app.Clock.Advance(TimeSpan.FromDays(30));
        await _app.Reconciler.RunOnceAsync();
        _service.FailsLooks = false;
        _app.Clock.Advance(TimeSpan.FromHours(2));

        await _app.Reconciler.RunOnceAsync();

        (await _app.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.PaidLate);
    }

    [Fact]
    public async Task The_watch_for_a_late_payment_ends()
    {
        await _app.Payments.StartAsync(Orders.DogTax());
        _service.Payments[0].Status = "CANCELED";
        await _app.Payments.RefreshAsync("case-1");
        _app.Clock.Advance(TimeSpan.FromDays(30));
        (await _app.Reconciler.RunOnceAsync()).Checked.Should().Be(1);

        _app.Clock.Advance(TimeSpan.FromDays(30));

        (await _app.Reconciler.RunOnceAsync()).Checked.Should().Be(0);
    }

    /// <summary>An attempt that expired here may still be open there, in another tab of the payer's browser.</summary>
    [Fact]
    public async Task Before_a_third_attempt_begins_the_expired_ones_before_are_looked_at_too()
    {
        await _app.Payments.StartAsync(Orders.DogTax());
        _app.Clock.Advance(TimeSpan.FromHours(25));
        (await _app.Payments.StartAsync(Orders.DogTax())).Attempt.Should().Be(2);
        _service.Payments[1].Status = "CANCELED";
        _service.Payments[0].Status = "PAYED";

        var third = await _app.Payments.StartAsync(Orders.DogTax());

        third.Should().BeEquivalentTo(new { State = PaymentState.PaidLate, Attempt = 1 });
        _service.Payments.Should().HaveCount(2, "a third payment would be a second charge");
    }

    /// <summary>Two instances send the same key. The first one's create gets through; the second one's is refused, and the service hides what it has.</summary>
    [Fact]
    public async Task Who_is_refused_while_another_instance_got_through_gets_its_payment()
    {
        _service.HidesRequestIds = true;
        _service.CreateFaults.Enqueue(CreateFault.None);
        _service.CreateFaults.Enqueue(CreateFault.Refuse);
        _service.BeforeNextCreate = () => _app.Payments.StartAsync(Orders.DogTax());

        var second = await _app.Payments.StartAsync(Orders.DogTax());

        second.Should().BeEquivalentTo(new { State = PaymentState.Open, TransactionId = "T-1" });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
