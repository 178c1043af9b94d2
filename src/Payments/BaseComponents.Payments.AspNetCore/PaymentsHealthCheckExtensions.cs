using BaseComponents.Payments.AspNetCore.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BaseComponents.Payments.AspNetCore;

/// <summary>Adds payments to the application's health checks.</summary>
public static class PaymentsHealthCheckExtensions
{
    /// <summary>
    /// Adds one registration: certificate (degraded from 60 days before its end on, unhealthy from 7), status of the service, payments that wait for a
    /// person, a store that cannot be used, and a reconciler that does not keep up. Its tags are <c>payments</c> and <c>network</c>; its data hold the <c>findings</c>.
    /// </summary>
    /// <param name="builder">The application's health checks.</param>
    /// <param name="name">The name of the registration; empty for the unnamed one.</param>
    public static IHealthChecksBuilder AddPayments(this IHealthChecksBuilder builder, string name = "")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        return builder.Add(new HealthCheckRegistration(
            name.Length == 0 ? "payments" : $"payments:{name}",
            services => new PaymentsHealthCheck(name, () => services.GetRequiredKeyedService<IPaymentOperations>(name), services.GetService<TimeProvider>() ?? TimeProvider.System),
            failureStatus: null,
            tags: ["payments", "network"]));
    }
}
