using System.Net;
using BaseComponents.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Journeys.BadInput;

public sealed class PaymentTests
{
    [Fact]
    public async Task An_order_whose_sum_does_not_match_is_refused_before_any_call()
    {
        await using var walker = await Walker.StartAsync(services => services.AddSingleton<IPaymentClient>(provider =>
            new WrongSum(provider.GetRequiredKeyedService<IPaymentClient>(""))));
        await walker.WalkToPaymentAsync();

        await walker.Browser.PressAsync("Zahlung vorbereiten");

        walker.PageSays("Die Zahlung kann nicht begonnen werden", HttpStatusCode.BadGateway);
        walker.Log.Errors.Should().Contain("payments-order-invalid");
        walker.LogLeaksNothing();
        (await walker.OpenAsync(walker.Page.Address.AbsolutePath)).Text.Should().Contain(walker.Number, "the case is still there");
    }

    [Fact]
    public async Task A_stopped_payment_service_is_named_and_paid_for_after_its_return()
    {
        await using var walker = await Walker.StartAsync();
        await walker.WalkToPaymentAsync();
        await walker.Fresh.Server.StopSandboxAsync();

        await walker.Browser.PressAsync("Zahlung vorbereiten");

        walker.PageSays("Der Bezahldienst ist gerade nicht erreichbar", HttpStatusCode.ServiceUnavailable);
        walker.Log.Errors.Should().Contain("payments-service-unavailable");
        walker.LogLeaksNothing();

        await walker.Fresh.RestartAsync();
        await walker.Browser.PressAsync("Noch einmal versuchen");
        await walker.Browser.FollowAsync("Zur Bezahlseite");
        await walker.Browser.PressAsync("Bezahlen");
        walker.PageSays("Ihre Anmeldung ist eingegangen");
    }

    [Fact]
    public async Task Pressing_the_button_twice_prepares_one_payment()
    {
        await using var walker = await Walker.StartAsync();
        await walker.WalkToPaymentAsync();
        var before = walker.Page;

        await walker.Browser.PressAsync("Zahlung vorbereiten");
        var first = walker.Page.Link("Zur Bezahlseite");
        await walker.Browser.OpenAsync(before.Address);

        walker.Page.Link("Zur Bezahlseite").Should().Be(first);
    }

    [Fact]
    public async Task Of_two_that_see_a_payment_become_paid_one_records_it_and_the_other_is_told()
    {
        await using var walker = await Walker.StartAsync();
        await walker.WalkToPaymentAsync();
        await walker.Browser.PressAsync("Zahlung vorbereiten");
        var store = walker.Fresh.Server.Services.GetRequiredKeyedService<IPaymentStore>("");
        var seen = (await store.ListAttemptsAsync("", walker.Number))[0];
        var paid = new PaymentEvent
        {
            Id = "paid",
            Tenant = "",
            Reference = seen.Reference,
            Attempt = 1,
            State = PaymentState.Paid,
            Amount = seen.Amount,
            OccurredAt = seen.UpdatedAt,
        };

        (await store.TryUpdateAsync(seen with { State = PaymentState.Paid, NextCheckAt = null }, paid)).Should().BeTrue();
        (await store.TryUpdateAsync(seen with { State = PaymentState.Paid, NextCheckAt = null }, paid)).Should().BeFalse();
    }

    private sealed class WrongSum(IPaymentClient inner) : IPaymentClient
    {
        public Task<Payment> StartAsync(PaymentOrder order, CancellationToken cancellationToken = default) => inner.StartAsync(
            order with { Items = [.. order.Items.Select(item => item with { TotalNet = item.TotalNet + new Euro(1m) })] }, cancellationToken);

        public Task<Payment?> FindAsync(string reference, CancellationToken cancellationToken = default) => inner.FindAsync(reference, cancellationToken);

        public Task<Payment?> RefreshAsync(string reference, CancellationToken cancellationToken = default) => inner.RefreshAsync(reference, cancellationToken);
    }
}
