using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Payments;

/// <summary>Two municipalities in one process.</summary>
public sealed class TenantTests
{
    [Fact]
    public async Task Each_has_its_own_service_payments_reconciler_and_events()
    {
        var (dresden, leipzig) = (new ScriptedService(), new ScriptedService());
        var events = new CollectedEvents();
        await using var app = TestApplication.With([("dresden", dresden), ("leipzig", leipzig)], payments => payments.AddEventHandler<CollectEvents>().Services.AddSingleton(events));

        await app.Services.PaymentsOf("dresden").StartAsync(Orders.DogTax());
        (await app.Services.PaymentsOf("leipzig").FindAsync("case-1")).Should().BeNull();
        await app.Services.PaymentsOf("leipzig").StartAsync(Orders.DogTax(amount: 50m));
        dresden.Payments[0].Status = "PAYED";
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.Services.ReconcilerOf("leipzig").RunOnceAsync();

        events.All.Should().BeEmpty();
        await app.Services.ReconcilerOf("dresden").RunOnceAsync();
        events.All.Should().ContainSingle().Which.Should().Match<PaymentEvent>(paid => paid.Tenant == "dresden" && paid.Amount == new Euro(96m) && paid.State == PaymentState.Paid);
        (await app.Services.PaymentsOf("leipzig").FindAsync("case-1"))!.State.Should().Be(PaymentState.Open);
        (dresden.Bodies.Count, leipzig.Bodies.Count).Should().Be((1, 1));
        app.Services.GetService<IPaymentClient>().Should().BeNull();
    }
}
