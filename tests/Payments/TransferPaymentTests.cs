using BaseComponents.Payments;
using BaseComponents.Payments.Transfers;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Payments;

/// <summary>Paying by transfer in advance: nothing is called, one way at a time, and the account statement decides.</summary>
public sealed class TransferPaymentTests : IAsyncDisposable
{
    private readonly ScriptedService _service = new();
    private readonly TestApplication _app;

    public TransferPaymentTests() => _app = TestApplication.With(_service);

    private IPaymentOperations Operations => _app.Services.GetRequiredService<IPaymentOperations>();

    [Fact]
    public async Task The_payer_gets_a_reference_with_check_digits_and_the_same_one_each_time()
    {
        var started = await _app.Payments.StartTransferAsync(Orders.DogTax());

        started.Should().BeEquivalentTo(new { State = PaymentState.AwaitingTransfer, Route = PaymentRoute.Transfer, PayPage = (Uri?)null, Attempt = 1, MayBeStartedAgain = false });
        CreditorReference.Parse(started.TransactionReference!).Content.Should().MatchRegex("^[0-9]{16}$");
        (await _app.Payments.StartTransferAsync(Orders.DogTax())).Should().Be(started);
        (await _app.Payments.RefreshAsync("case-1")).Should().Be(started);
        (await _app.Payments.StartTransferAsync(Orders.DogTax("case-2"))).TransactionReference.Should().NotBe(started.TransactionReference);
        _service.Bodies.Should().BeEmpty();
    }

    [Fact]
    public async Task An_entry_of_the_bank_with_reference_and_amount_makes_it_paid()
    {
        var started = await _app.Payments.StartTransferAsync(Orders.DogTax());
        var decision = new PaymentDecision
        {
            Reference = "case-1",
            Attempt = 1,
            Resolution = PaymentResolution.Paid,
            Evidence = PaymentEvidence.Bank(new BankEntry { Id = "E1", Reference = started.TransactionReference!, Amount = new Euro(96m), BookedOn = new DateOnly(2026, 11, 26) }),
            DecidedBy = "clerk-1",
            Reason = "on the statement of 26 November",
        };

        await FluentActions.Awaiting(() => Operations.ResolveAsync(decision with { Evidence = PaymentEvidence.LookUp })).Should().ThrowAsync<PaymentException>();
        (await Operations.ResolveAsync(decision)).State.Should().Be(PaymentState.Paid);
        (await _app.Payments.StartAsync(Orders.DogTax())).IsPaid.Should().BeTrue();
    }

    [Fact]
    public async Task Whoever_chose_one_way_gives_it_up_before_another_one_begins()
    {
        await _app.Payments.StartTransferAsync(Orders.DogTax());
        (await _app.Payments.StartAsync(Orders.DogTax())).State.Should().Be(PaymentState.AwaitingTransfer);
        _service.Payments.Should().BeEmpty();

        (await _app.Payments.CancelTransferAsync("case-1"))!.State.Should().Be(PaymentState.Canceled);
        (await _app.Payments.StartAsync(Orders.DogTax())).Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 2, Route = PaymentRoute.PayPage });
        (await _app.Payments.StartTransferAsync(Orders.DogTax())).Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 2 }, "the pay page may be paid");
        (await _app.Payments.CancelTransferAsync("case-1"))!.State.Should().Be(PaymentState.Open);
        (await _app.Payments.CancelTransferAsync("nobody")).Should().BeNull();
    }

    [Fact]
    public async Task A_transfer_is_awaited_for_its_time_without_asking_anybody()
    {
        await _app.Payments.StartTransferAsync(Orders.DogTax());
        (await _app.Payments.HintAsync((await _app.Payments.FindAsync("case-1"))!.TransactionReference!)).Should().BeTrue();
        _app.Clock.Advance(TimeSpan.FromDays(29));
        (await _app.Reconciler.RunOnceAsync()).Checked.Should().Be(0);
        _app.Clock.Advance(TimeSpan.FromDays(2));

        (await _app.Reconciler.RunOnceAsync()).Checked.Should().Be(1);

        (await _app.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Expired);
        (await Operations.ListAsync().SingleAsync(TestContext.Current.CancellationToken)).NextCheckAt.Should().BeNull();
    }

    [Fact]
    public async Task A_reference_that_was_erased_cannot_be_started_again()
    {
        await _app.Payments.StartTransferAsync(Orders.DogTax());
        await _app.Payments.CancelTransferAsync("case-1");
        await Operations.EraseAsync("case-1", "clerk-1", "case closed");

        foreach (var start in new Func<Task>[] { () => _app.Payments.StartAsync(Orders.DogTax()), () => _app.Payments.StartTransferAsync(Orders.DogTax()) })
            (await start.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.ReferenceReused);
        _service.Bodies.Should().BeEmpty();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
