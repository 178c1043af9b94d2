using BaseComponents.Payments.AspNetCore.Internal;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.AspNetCore;

/// <summary>Adds what the return page needs.</summary>
public static class PaymentsBuilderExtensions
{
    /// <summary>
    /// Registers <see cref="PaymentReturnLinks"/> (keyed by the name of the registration, for the unnamed one also without key). Needs
    /// <see cref="PaymentsOptions.PublicAddress"/>, and outside the Sandbox Data Protection keys that are kept and encrypted.
    /// </summary>
    public static PaymentsBuilder AddReturnPage(this PaymentsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var name = builder.Name;
        builder.Services.AddDataProtection();
        builder.Services.AddSingleton<IValidateOptions<PaymentsOptions>>(services => new ReturnPageValidator(name, services));
        builder.Services.TryAddKeyedSingleton(name, (services, _) => CreateLinks(services, name));
        if (name.Length == 0)
            builder.Services.TryAddSingleton(services => services.GetRequiredKeyedService<PaymentReturnLinks>(name));
        return builder;
    }

    private static PaymentReturnLinks CreateLinks(IServiceProvider services, string name)
    {
        var options = services.GetRequiredService<IOptionsMonitor<PaymentsOptions>>();
        return new PaymentReturnLinks(name, options, new ReturnTokens(name, services.GetRequiredService<IDataProtectionProvider>(), options));
    }
}
