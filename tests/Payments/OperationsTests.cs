using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Payments;

/// <summary>What clerks may decide, on what evidence, and what is left of it.</summary>
public sealed class OperationsTests : IAsyncDisposable
{
    private readonly ScriptedService _service = new();
    private readonly TestApplication _app;

    public OperationsTests() => _app = TestApplication.With(_service, payments => payments.AddEventHandler<CollectEvents>().Services.AddSingleton(Events));

    private CollectedEvents Events { get; } = new();

    private IPaymentOperations Operations => _app.Services.GetRequiredService<IPaymentOperations>();

    private static PaymentDecision TwoPersons(PaymentResolution resolution) => new()
    {
        Reference = "case-1",
        Attempt = 1,
        Resolution = resolution,
        Evidence = PaymentEvidence.TwoPersons,
        DecidedBy = "clerk-1",
        ConfirmedBy = "clerk-2",
        Reason = "The operator confirmed it by telephone.",
    };

    [Fact]
    public async Task Two_persons_decide_that_a_late_payment_is_paid_and_the_application_hears_of_it()
    {
        await PaidLateAsync();

        var decided = await Operations.ResolveAsync(TwoPersons(PaymentResolution.Paid));

        decided.State.Should().Be(PaymentState.Paid);
        await _app.Reconciler.RunOnceAsync();
        Events.All.Select(paymentEvent => paymentEvent.State).Should().Equal(PaymentState.Canceled, PaymentState.PaidLate, PaymentState.Paid);
        var line = (await Operations.ShowAsync("case-1"))!.Audit.Should().ContainSingle().Subject;
        line.Should().BeEquivalentTo(new { Number = 1L, Action = "resolve", Change = "PaidLate -> Paid", Evidence = "two persons", DecidedBy = "clerk-1", ConfirmedBy = "clerk-2", decided.RequestId });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("clerk-1")]
    [InlineData(" CLERK-1 ")]
    public async Task Without_evidence_one_person_decides_nothing(string? second)
    {
        await PaidLateAsync();

        await ShouldRefuseAsync(TwoPersons(PaymentResolution.Paid) with { ConfirmedBy = second });
    }

    [Theory]
    [InlineData("", "a reason")]
    [InlineData("clerk-1", "")]
    [InlineData("clerk-1", "a\nb")]
    public async Task Who_and_why_are_named(string who, string why)
    {
        await PaidLateAsync();

        await ShouldRefuseAsync(TwoPersons(PaymentResolution.Paid) with { DecidedBy = who, Reason = why });
    }

    [Fact]
    public async Task What_cannot_be_decided_about_a_state_is_refused()
    {
        await _app.Payments.StartAsync(Orders.DogTax());

        foreach (var resolution in Enum.GetValues<PaymentResolution>())
            await ShouldRefuseAsync(TwoPersons(resolution));
        await ShouldRefuseAsync(TwoPersons(PaymentResolution.Paid) with { Attempt = 2 });
        await ShouldRefuseAsync(TwoPersons(PaymentResolution.Paid) with { Reference = "nobody" });
    }

    [Fact]
    public async Task A_look_up_decides_when_the_service_says_so_and_only_then()
    {
        await PaidLateAsync();
        var decision = TwoPersons(PaymentResolution.Paid) with { Evidence = PaymentEvidence.LookUp, ConfirmedBy = null };
        foreach (var (status, difference) in new[] { ("CANCELED", 0m), ("PAYED", -0.01m), ("INITIAL", 0m) })
        {
            (_service.Payments[0].Status, _service.Payments[0].Difference) = (status, difference);
            await ShouldRefuseAsync(decision);
        }

        await ShouldRefuseAsync(decision with { Resolution = PaymentResolution.Refunded });
        (_service.Payments[0].Status, _service.Payments[0].Difference) = ("PAYED", 0);
        (await Operations.ResolveAsync(decision)).State.Should().Be(PaymentState.Paid);
    }

    [Fact]
    public async Task An_entry_of_the_bank_decides_once_and_only_for_its_payment()
    {
        var kassenzeichen = await PaidLateAsync();
        var entry = new BankEntry { Id = "2026-11-26/17", Reference = kassenzeichen, Amount = new Euro(96m), BookedOn = new DateOnly(2026, 11, 26) };
        var wrong = new[]
        {
            entry with { Amount = new Euro(95.99m) }, entry with { Reference = "814200000002" }, entry with { IsDebit = true }, entry with { Id = "" }, entry with { Id = "a b" }, entry with { Id = new string('1', 71) },
        };
        foreach (var other in wrong)
            await ShouldRefuseAsync(By(other, PaymentResolution.Paid));
        await ShouldRefuseAsync(By(entry, PaymentResolution.Refunded));

        (await Operations.ResolveAsync(By(entry, PaymentResolution.Paid))).State.Should().Be(PaymentState.Paid);
        await ShouldRefuseAsync(By(entry with { IsDebit = true }, PaymentResolution.ReturnDebited));
        (await Operations.ResolveAsync(By(entry with { IsDebit = true, Id = "2026-11-27/3" }, PaymentResolution.ReturnDebited))).State.Should().Be(PaymentState.ReturnDebited);
    }

    [Fact]
    public async Task Whoever_paid_again_is_not_decided_to_have_paid_while_the_other_payment_stands()
    {
        await PaidTwiceAsync();

        await ShouldRefuseAsync(TwoPersons(PaymentResolution.Paid));
        await Operations.ResolveAsync(TwoPersons(PaymentResolution.Refunded) with { Attempt = 2 });
        (await Operations.ResolveAsync(TwoPersons(PaymentResolution.Paid))).State.Should().Be(PaymentState.Paid);
    }

    [Fact]
    public async Task After_a_return_debit_the_payer_may_pay_again()
    {
        await PaidLateAsync();
        await Operations.ResolveAsync(TwoPersons(PaymentResolution.ReturnDebited));

        (await _app.Payments.StartAsync(Orders.DogTax())).Should().BeEquivalentTo(new { Attempt = 2, State = PaymentState.Open });
    }

    [Fact]
    public async Task Clerks_who_decide_at_once_write_one_line_after_the_other()
    {
        foreach (var number in Enumerable.Range(0, 8))
        {
            await _app.Payments.StartAsync(Orders.DogTax($"case-{number}"));
            _service.Payments[number].Status = "PAYED";
            await _app.Payments.RefreshAsync($"case-{number}");
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => Operations.ResolveAsync(TwoPersons(PaymentResolution.Refunded) with { Reference = $"case-{number}" }))));

        (await Operations.AuditAsync().Select(line => line.Number).ToArrayAsync(TestContext.Current.CancellationToken)).Should().Equal(1, 2, 3, 4, 5, 6, 7, 8);
        (await Operations.FindBrokenAuditLineAsync()).Should().BeNull();
    }

    [Fact]
    public async Task The_report_adds_up_by_standing()
    {
        await PaidTwiceAsync();
        await _app.Payments.StartAsync(Orders.DogTax("case-2", 10m));
        var today = DateOnly.FromDateTime(_app.Clock.GetUtcNow().DateTime);

        var report = await Operations.ReportAsync(today.AddDays(-3), today);

        report.Totals.Should().BeEquivalentTo(
        [
            new PaymentReportTotal(PaymentStanding.Open, 1, new Euro(10m)),
            new PaymentReportTotal(PaymentStanding.Paid, 1, new Euro(96m)),
            new PaymentReportTotal(PaymentStanding.PaidTwice, 1, new Euro(96m)),
        ]);
        report.Lines.Should().HaveCount(3).And.BeInAscendingOrder(line => line.Day);
        (await Operations.ReportAsync(today.AddDays(1), today.AddDays(1))).Lines.Should().BeEmpty();
    }

    /// <summary>Midnight in Germany, an hour or two before that of UTC, also on the nights when the clocks change.</summary>
    [Theory]
    [InlineData("2026-03-28T22:59:59Z", "2026-03-28")]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29")]
    [InlineData("2026-03-29T21:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25")]
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    public async Task Days_are_those_of_the_calendar_in_Germany(string moment, string day)
    {
        var expected = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        _app.Clock.Advance(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture) - _app.Clock.GetUtcNow());
        await _app.Payments.StartAsync(Orders.DogTax());

        (await Operations.ReportAsync(expected, expected)).Lines.Should().ContainSingle().Which.Day.Should().Be(expected);
        (await Operations.ReportAsync(expected.AddDays(-1), expected.AddDays(-1))).Lines.Should().BeEmpty();
    }

    [Fact]
    public async Task Erasure_takes_the_person_and_leaves_the_books()
    {
        await PaidLateAsync();
        await Operations.ResolveAsync(TwoPersons(PaymentResolution.Paid));
        await RefusedErasureAsync("its event has not reached the application");
        await _app.Reconciler.RunOnceAsync();

        (await Operations.EraseAsync("case-1", "clerk-1", "case closed")).Should().Be(1);

        (await Operations.ShowAsync("case-1")).Should().BeNull();
        (await _app.Payments.FindAsync("case-1")).Should().BeNull();
        var left = await Operations.ListAsync().ToArrayAsync(TestContext.Current.CancellationToken);
        left.Should().ContainSingle().Which.Should().Match<PaymentRecord>(record => record.Amount == new Euro(96m) && record.State == PaymentState.Paid && !record.Reference.Contains("case-1"));
        (await Operations.FindBrokenAuditLineAsync()).Should().BeNull();
        (await Operations.AuditAsync().LastAsync(TestContext.Current.CancellationToken)).Action.Should().Be("erase");
    }

    [Fact]
    public async Task Nothing_is_erased_that_may_still_be_paid_or_waits_for_a_clerk()
    {
        await _app.Payments.StartAsync(Orders.DogTax());
        await RefusedErasureAsync("it may be paid");
        _service.Payments[0].Status = "CANCELED";
        await _app.Payments.RefreshAsync("case-1");
        await RefusedErasureAsync("it is watched for a late payment");
        _service.Payments[0].Status = "PAYED";
        await _app.Payments.RefreshAsync("case-1");
        await _app.Reconciler.RunOnceAsync();
        await RefusedErasureAsync("a clerk has to decide");
    }

    [Fact]
    public async Task A_purge_erases_what_is_old_and_deletes_only_when_a_period_is_named()
    {
        await PaidLateAsync();
        await Operations.ResolveAsync(TwoPersons(PaymentResolution.Paid));
        await _app.Reconciler.RunOnceAsync();
        _app.Clock.Advance(TimeSpan.FromDays(400));
        await _app.Payments.StartAsync(Orders.DogTax("case-2"));
        var retention = new PaymentRetention { ErasePersonsBefore = _app.Clock.GetUtcNow().AddDays(-30), DecidedBy = "nightly job", Reason = "case closed for 30 days" };

        (await Operations.PurgeAsync(retention)).Should().Be(new PaymentPurge(Erased: 1, Deleted: 0));
        (await Operations.PurgeAsync(retention)).Should().Be(new PaymentPurge(Erased: 0, Deleted: 0));
        (await Operations.PurgeAsync(retention with { DeleteRecordsBefore = _app.Clock.GetUtcNow() })).Should().Be(new PaymentPurge(Erased: 0, Deleted: 1));

        (await Operations.ListAsync().Select(record => record.Reference).ToArrayAsync(TestContext.Current.CancellationToken)).Should().Equal("case-2");
        (await Operations.FindBrokenAuditLineAsync()).Should().BeNull();
    }

    [Fact]
    public async Task An_erased_reference_cannot_be_ordered()
    {
        var start = () => _app.Payments.StartAsync(Orders.DogTax("erased:0123456789abcdef0123456789abcdef"));

        (await start.Should().ThrowAsync<PaymentException>()).Which.Findings.Should().ContainSingle().Which.Field.Should().Be("Reference");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static PaymentDecision By(BankEntry entry, PaymentResolution resolution) => TwoPersons(resolution) with { Evidence = PaymentEvidence.Bank(entry), ConfirmedBy = null };

    private async Task ShouldRefuseAsync(PaymentDecision decision)
    {
        var before = await _app.Services.StoreOf("").ListAttemptsAsync("", "case-1");
        var lines = await Operations.AuditAsync().CountAsync();

        (await FluentActions.Awaiting(() => Operations.ResolveAsync(decision)).Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.DecisionRefused);

        (await _app.Services.StoreOf("").ListAttemptsAsync("", "case-1")).Should().Equal(before);
        (await Operations.AuditAsync().CountAsync()).Should().Be(lines);
    }

    private async Task RefusedErasureAsync(string because) =>
        (await FluentActions.Awaiting(() => Operations.EraseAsync("case-1", "clerk-1", "case closed")).Should().ThrowAsync<PaymentException>(because)).Which.Code.Should().Be(PaymentErrors.DecisionRefused);

    /// <summary>Returns the Kassenzeichen.</summary>
    private async Task<string> PaidLateAsync()
    {
        await _app.Payments.StartAsync(Orders.DogTax());
        _service.Payments[0].Status = "CANCELED";
        await _app.Payments.RefreshAsync("case-1");
        _service.Payments[0].Status = "PAYED";
        var late = await _app.Payments.RefreshAsync("case-1");
        late!.State.Should().Be(PaymentState.PaidLate);
        return late.TransactionReference!;
    }

    private async Task PaidTwiceAsync()
    {
        await _app.Payments.StartAsync(Orders.DogTax());
        _app.Clock.Advance(TimeSpan.FromHours(25));
        await _app.Payments.StartAsync(Orders.DogTax());
        _service.Payments[1].Status = "PAYED";
        await _app.Payments.RefreshAsync("case-1");
        _service.Payments[0].Status = "PAYED";
        _app.Clock.Advance(TimeSpan.FromHours(2));
        await _app.Reconciler.RunOnceAsync();
        (await _app.Services.StoreOf("").ListAttemptsAsync("", "case-1")).Select(record => record.State).Should().Equal(PaymentState.DoublePayment, PaymentState.Paid);
    }
}
