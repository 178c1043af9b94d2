using BaseComponents.Payments;
using DogLicence.Cases;
using DogLicence.Paying;
using DogLicence.Walkthrough;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Journeys.Licence;

/// <summary>What a person may ask for, on the service as it is put together.</summary>
public sealed class CaseRightsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset PaidAt = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;
    private FreshServer _fresh = null!;
    private AsyncServiceScope _scope;

    [Fact]
    public async Task A_person_gets_what_is_stored_and_then_nothing_is_left_but_the_books()
    {
        var store = Get<CaseStore>();
        var open = await store.CreateAsync(SampleCase.Content(), new byte[32], Cancelled);
        await store.SaveProofAsync(open, "application/pdf", [1, 2, 3], Cancelled);
        await Payments.TryAddAsync(Ended(open.Row.Number), Cancelled);

        var copy = await Get<CaseRights>().ShowAsync(open.Row.Number, Cancelled);
        copy!.Content.Should().BeEquivalentTo(SampleCase.Content());
        copy.Insurance.Should().Equal(1, 2, 3);
        copy.Payments!.Attempts.Should().ContainSingle().Which.Amount.Should().Be(new Euro(84m));

        (await Get<CaseRights>().EraseAsync(open.Row.Number, "clerk-1", "Art. 17 DSGVO", Cancelled)).Should().BeTrue();
        (await Get<CaseRights>().ShowAsync(open.Row.Number, Cancelled)).Should().BeNull();
        (await Get<CaseDb>().Cases.CountAsync(Cancelled), await Get<CaseDb>().Proofs.CountAsync(Cancelled)).Should().Be((0, 0));
        (await Get<IPaymentOperations>().ListAsync(cancellationToken: Cancelled).ToListAsync(Cancelled))
            .Should().ContainSingle("the books stay").Which.Reference.Should().NotContain(open.Row.Number);
    }

    [Fact]
    public async Task A_paid_case_that_the_office_has_not_got_is_not_erased()
    {
        var open = await Get<CaseStore>().CreateAsync(SampleCase.Content(), new byte[32], Cancelled);
        // Not due for long, so that no worker takes it meanwhile.
        await Get<CaseStore>().SaveAsync(open, open.Content, row => (row.Stage, row.NextSubmission) = (CaseStage.Due, long.MaxValue), Cancelled);

        (await Get<CaseRights>().EraseAsync(open.Row.Number, "clerk-1", "Art. 17 DSGVO", Cancelled)).Should().BeFalse();
        (await Get<CaseDb>().Cases.CountAsync(Cancelled)).Should().Be(1);
    }

    [Fact]
    public async Task Nothing_is_erased_while_money_may_still_come()
    {
        var open = await Get<CaseStore>().CreateAsync(SampleCase.Content(), new byte[32], Cancelled);
        await Payments.TryAddAsync(Ended(open.Row.Number) with { State = PaymentState.Open, NextCheckAt = PaidAt.AddYears(10) }, Cancelled);

        await Get<CaseRights>().Invoking(rights => rights.EraseAsync(open.Row.Number, "clerk-1", "Art. 17 DSGVO", Cancelled)).Should().ThrowAsync<PaymentException>();
        (await Get<CaseRights>().ShowAsync(open.Row.Number, Cancelled))!.Content.Should().NotBeNull();
    }

    [Fact]
    public async Task A_payment_loses_the_case_number_when_its_period_is_over_and_not_before()
    {
        await Payments.TryAddAsync(Ended("HUND-2026-1"), Cancelled);
        var clock = new FakeTimeProvider(PaidAt + TimeSpan.FromDays(180));
        var purge = new PaymentErasure(Get<IPaymentOperations>(), Options.Create(new RetentionOptions()), clock, NullLogger<PaymentErasure>.Instance);

        (await purge.RunOnceAsync(Cancelled)).Should().Be(0);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await purge.RunOnceAsync(Cancelled)).Should().Be(1);
        (await Get<IPaymentOperations>().ShowAsync("HUND-2026-1", Cancelled)).Should().BeNull();
    }

    public async ValueTask InitializeAsync()
    {
        _fresh = await FreshServer.StartAsync(contentRoot: TestPaths.Sample, cancellationToken: Cancelled);
        _scope = _fresh.Server.Services.CreateAsyncScope();
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _fresh.DisposeAsync();
    }

    private IPaymentStore Payments => _scope.ServiceProvider.GetRequiredKeyedService<IPaymentStore>("");

    private T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    private static PaymentRecord Ended(string number) => new()
    {
        Tenant = "",
        Reference = number,
        Attempt = 1,
        RequestId = "7f000001-0000-5000-8000-000000000001",
        Fingerprint = new string('0', 64),
        Amount = new Euro(84m),
        State = PaymentState.Paid,
        CreatedAt = PaidAt,
        UpdatedAt = PaidAt,
    };
}
