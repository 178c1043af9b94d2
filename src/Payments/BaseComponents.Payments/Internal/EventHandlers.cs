using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Payments.Internal;

/// <summary>The application's handlers: those of this registration, and those that serve all of them.</summary>
internal sealed class EventHandlers(string tenant, IServiceProvider services)
{
    public bool Exist { get; } =
        services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IPaymentEventHandler))
        || services.GetRequiredService<IServiceProviderIsKeyedService>().IsKeyedService(typeof(IPaymentEventHandler), tenant);

    public async Task HandleAsync(IServiceProvider scope, PaymentEvent paymentEvent, CancellationToken cancellationToken)
    {
        foreach (var handler in scope.GetKeyedServices<IPaymentEventHandler>(tenant).Concat(scope.GetServices<IPaymentEventHandler>()))
            await handler.HandleAsync(paymentEvent, cancellationToken).ConfigureAwait(false);
    }
}
