using BaseComponents.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Payments.Support;

/// <summary>One application, one service, one reference; whatever is done, it watches what must always hold.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly TestApplication _app;
    private readonly HashSet<string> _paidInFull = [];
    private IReadOnlyList<PaymentRecord> _before = [];

    public World()
    {
        _app = TestApplication.With(Service, payments => payments.AddEventHandler<CollectEvents>().Services.AddSingleton(Events));
    }

    public ScriptedService Service { get; } = new();

    public CollectedEvents Events { get; } = new();

    public HashSet<(PaymentState From, PaymentState To)> Seen { get; } = [];

    public async Task DoAsync(Step step, int which)
    {
        try
        {
            await RunAsync(step, which);
        }
        catch (PaymentException)
        {
            // Faults are part of the game; what they leave behind is checked all the same.
        }

        await CheckAsync(step);
    }

    private async Task RunAsync(Step step, int which)
    {
        switch (step)
        {
            case Step.Start: await _app.Payments.StartAsync(Orders.DogTax()); break;
            case Step.StartTransfer: await _app.Payments.StartTransferAsync(Orders.DogTax()); break;
            case Step.CancelTransfer: await _app.Payments.CancelTransferAsync("case-1"); break;
            case Step.Refresh: await _app.Payments.RefreshAsync("case-1"); break;
            case Step.Reconcile: await _app.Reconciler.RunOnceAsync(); break;
            case Step.PassAnHour: _app.Clock.Advance(TimeSpan.FromHours(1)); break;
            case Step.PassADay: _app.Clock.Advance(TimeSpan.FromHours(25)); break;
            case Step.DropBefore: Service.CreateFaults.Enqueue(CreateFault.DropBefore); break;
            case Step.DropAfter: Service.CreateFaults.Enqueue(CreateFault.DropAfter); break;
            case Step.FailLooksAfterCreate: Service.BeforeNextCreate = () => Task.FromResult(Service.FailsLooks = true); break;
            case Step.Refuse: Service.CreateFaults.Enqueue(CreateFault.Refuse); break;
            case Step.ToggleHiding: Service.HidesRequestIds = !Service.HidesRequestIds; break;
            case Step.ToggleFailing: Service.FailsLooks = !Service.FailsLooks; break;
            case Step.DecidePaid or Step.DecideNotPaid or Step.DecideRefunded or Step.DecideReturnDebited or Step.DecideRefundedNewest or Step.DecidePaidNewest: await DecideAsync(step, which); break;
            default: Move(step, which); break;
        }
    }

    private static readonly Dictionary<Step, PaymentResolution> Resolutions = new()
    {
        [Step.DecidePaid] = PaymentResolution.Paid,
        [Step.DecidePaidNewest] = PaymentResolution.Paid,
        [Step.DecideNotPaid] = PaymentResolution.NotPaid,
        [Step.DecideRefunded] = PaymentResolution.Refunded,
        [Step.DecideRefundedNewest] = PaymentResolution.Refunded,
        [Step.DecideReturnDebited] = PaymentResolution.ReturnDebited,
    };

    private async Task DecideAsync(Step step, int which)
    {
        var attempts = await _app.Services.StoreOf("").ListAttemptsAsync("", "case-1");
        if (attempts.Count == 0)
            return;
        var attempt = step is Step.DecideRefundedNewest or Step.DecidePaidNewest ? attempts[^1] : attempts[which % attempts.Count];
        var decided = await _app.Services.GetRequiredService<IPaymentOperations>().ResolveAsync(new PaymentDecision
        {
            Reference = attempt.Reference,
            Attempt = attempt.Attempt,
            Resolution = Resolutions[step],
            Evidence = PaymentEvidence.TwoPersons,
            DecidedBy = "clerk-1",
            ConfirmedBy = "clerk-2",
            Reason = "Somebody has looked.",
        });
        if (decided.State is PaymentState.Paid)
            _paidInFull.Add(decided.RequestId);
    }

    // The service may say anything about any attempt, sensible or not.
    private void Move(Step step, int which)
    {
        if (Service.Payments.Count == 0)
            return;
        var payment = step is Step.PayNewest ? Service.Payments[^1] : Service.Payments[which % Service.Payments.Count];
        if (step is Step.WrongAmount)
            payment.Difference = payment.Difference == 0 ? -0.01m : 0;
        else if (step is Step.OtherId)
            payment.TransactionId += "x";
        else
            payment.Status = step switch { Step.Pay or Step.PayNewest => "PAYED", Step.Fail => "FAILED", Step.Cancel => "CANCELED", Step.Reopen => "INITIAL", _ => "PENDING_4711" };
        if (payment.IsPaidInFull)
            _paidInFull.Add(payment.RequestId);
    }

    private async Task CheckAsync(Step step)
    {
        var now = await _app.Services.StoreOf("").ListAttemptsAsync("", "case-1");
        foreach (var (before, after) in _before.Zip(now).Where(pair => pair.First.State != pair.Second.State))
        {
            Seen.Add((before.State, after.State));
            StateDiagram.Arrows.Should().Contain((before.State, after.State), "{0} must not do that", step);
        }

        now.Count(record => record.State is PaymentState.Creating or PaymentState.OutcomeUnknown or PaymentState.Open or PaymentState.AwaitingTransfer).Should().BeLessThanOrEqualTo(1);
        now.Count(record => record.State is PaymentState.Paid or PaymentState.PaidLate).Should().BeLessThanOrEqualTo(1, "a second one is a double payment");
        now.Should().NotContain(record => record.State != PaymentState.Open && record.PayPage != null);
        now.Select(record => record.Attempt).Should().Equal(Enumerable.Range(1, now.Count));
        Service.Payments.Should().OnlyHaveUniqueItems(payment => payment.RequestId);
        now.Where(record => record.State is PaymentState.Paid).Should().NotContain(record => !_paidInFull.Contains(record.RequestId), "nobody paid it");
        Events.All.Should().OnlyHaveUniqueItems(paymentEvent => paymentEvent.Id);
        _before = now;
    }

    public async ValueTask DisposeAsync()
    {
        (await _app.Services.GetRequiredService<IPaymentOperations>().FindBrokenAuditLineAsync()).Should().BeNull();
        await _app.DisposeAsync();
    }
}

public enum Step
{
    Start,
    Refresh,
    Reconcile,
    Pay,
    Fail,
    Cancel,
    Reopen,
    Mumble,
    WrongAmount,
    OtherId,
    PassAnHour,
    PassADay,
    DropBefore,
    DropAfter,
    Refuse,
    ToggleHiding,
    ToggleFailing,
    PayNewest,
    FailLooksAfterCreate,
    DecidePaid,
    DecideNotPaid,
    DecideRefunded,
    DecideReturnDebited,
    DecideRefundedNewest,
    DecidePaidNewest,
    StartTransfer,
    CancelTransfer,
}
