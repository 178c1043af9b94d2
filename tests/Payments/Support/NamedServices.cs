using BaseComponents.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Payments.Support;

internal static class NamedServices
{
    public static IPaymentClient PaymentsOf(this IServiceProvider services, string name) => services.GetRequiredKeyedService<IPaymentClient>(name);

    public static IPaymentReconciler ReconcilerOf(this IServiceProvider services, string name) => services.GetRequiredKeyedService<IPaymentReconciler>(name);

    public static IPaymentStore StoreOf(this IServiceProvider services, string name) => services.GetRequiredKeyedService<IPaymentStore>(name);
}
