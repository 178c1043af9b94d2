using BaseComponents.Payments;
using BaseComponents.Payments.Internal;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Payments;

/// <summary>Somebody else changes the row again and again while a change of it is tried: hints can come by the hundred.</summary>
public sealed class ContentionTests : IAsyncDisposable
{
    private readonly ScriptedService _service = new();
    private readonly CollectedEvents _events = new();
    private readonly TestApplication _app;
    private StoreInBetween _store = null!;

    public ContentionTests() => _app = TestApplication.With(_service, payments => payments
        .UseStore(services => _store = new StoreInBetween(new InMemoryPaymentStore(services)))
        .AddEventHandler<CollectEvents>().Services.AddSingleton(_events));

    [Fact]
    public async Task A_look_gets_through_twenty_five_changes_in_between()
    {
        await _app.Payments.StartAsync(Orders.DogTax());
        _service.Payments[0].Status = "PAYED";
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        MoveInBetween("case-1", times: 25);

        await _app.Reconciler.RunOnceAsync();

        (await _app.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Paid);
        _events.All.Should().ContainSingle().Which.State.Should().Be(PaymentState.Paid);
    }

    [Fact]
    public async Task An_order_gets_through_twenty_five_changes_in_between()
    {
        await _app.Payments.FindAsync("case-1");
        MoveInBetween("case-1", times: 25);

        (await _app.Payments.StartAsync(Orders.DogTax())).Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 1 });
        _service.Payments.Should().ContainSingle();
    }

    [Fact]
    public async Task A_row_that_never_rests_holds_up_neither_the_others_nor_the_events_and_is_not_lost()
    {
        await _app.Payments.StartAsync(Orders.DogTax());
        await _app.Payments.StartAsync(Orders.DogTax("case-2"));
        _service.Payments.ForEach(payment => payment.Status = "PAYED");
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        MoveInBetween("case-1", int.MaxValue);

        await _app.Reconciler.RunOnceAsync();

        (await _app.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Open);
        _events.All.Should().ContainSingle().Which.Reference.Should().Be("case-2");
        _store.BeforeUpdate = null;
        _app.Clock.Advance(TimeSpan.FromMinutes(10));
        await _app.Reconciler.RunOnceAsync();
        (await _app.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Paid);
        _events.All.Select(paymentEvent => paymentEvent.Reference).Should().BeEquivalentTo("case-1", "case-2");
    }

    [Fact]
    public async Task An_order_whose_row_never_rests_is_a_typed_fault_and_one_payment_afterwards()
    {
        await _app.Payments.FindAsync("case-1");
        MoveInBetween("case-1", int.MaxValue);
        var start = () => _app.Payments.StartAsync(Orders.DogTax());

        (await start.Should().ThrowAsync<PaymentException>()).Which.Should().BeEquivalentTo(new { Code = PaymentErrors.Contention, IsTransient = true });

        _store.BeforeUpdate = null;
        (await start()).Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 1 });
        _service.Payments.Should().ContainSingle();
    }

    [Fact]
    public async Task A_look_during_which_the_case_is_erased_is_a_typed_fault()
    {
        await _app.Payments.StartAsync(Orders.DogTax());
        _service.Payments[0].Status = "FAILED";
        await _app.Payments.RefreshAsync("case-1");
        await _app.Reconciler.RunOnceAsync();
        _app.Clock.Advance(TimeSpan.FromDays(30));
        await _app.Reconciler.RunOnceAsync();
        _service.Payments[0].Status = "PAYED";
        _store.BeforeUpdate = async _ =>
        {
            _store.BeforeUpdate = null;
            await _app.Services.GetRequiredService<IPaymentOperations>().EraseAsync("case-1", "job", "The case has ended.");
        };

        var refresh = () => _app.Payments.RefreshAsync("case-1");

        (await refresh.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.ReferenceReused);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // Not by way of the store in between: only what others try is disturbed.
    private void MoveInBetween(string reference, int times)
    {
        var left = times;
        _store.BeforeUpdate = async record =>
        {
            if (record.Reference != reference || left-- <= 0)
                return;
            var newest = (await _store.Inner.ListAttemptsAsync("", reference)).Single(attempt => attempt.Attempt == record.Attempt);
            (await _store.Inner.TryUpdateAsync(newest, paymentEvent: null, audit: null)).Should().BeTrue();
        };
    }
}
