using BaseComponents.Payments.Internal.Transfers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Transfers;

/// <summary>Registers the accounts that transfers go to.</summary>
public static class TransferServiceCollectionExtensions
{
    /// <summary>Adds the one account of the application: <see cref="TransferAccountSource"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">The settings, see <see cref="TransferOptions"/>.</param>
    /// <param name="checkDigit">The rule that the Bewirtschafter's Kassenzeichen keep; by default none is checked.</param>
    public static IServiceCollection AddTransferAccount(this IServiceCollection services, IConfigurationSection section, IKassenzeichenCheckDigit? checkDigit = null)
    {
        services.AddTransferAccount(Options.DefaultName, section, checkDigit);
        services.TryAddSingleton(static provider => provider.GetRequiredKeyedService<TransferAccountSource>(Options.DefaultName));
        return services;
    }

    /// <summary>Adds one of several accounts, such as one per Mandant and Bewirtschafter: a keyed service by its name.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The name of the registration.</param>
    /// <param name="section">The settings, see <see cref="TransferOptions"/>.</param>
    /// <param name="checkDigit">The rule that the Bewirtschafter's Kassenzeichen keep; by default none is checked.</param>
    public static IServiceCollection AddTransferAccount(this IServiceCollection services, string name, IConfigurationSection section, IKassenzeichenCheckDigit? checkDigit = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<TransferOptions>(name).Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TransferOptions>, TransferOptionsValidator>());
        services.AddSingleton<IValidateOptions<TransferOptions>>(new TransferAccountRules(name, section.Path));
        services.AddKeyedSingleton(name, (provider, _) => new TransferAccountSource(name, provider.GetRequiredService<IOptionsMonitor<TransferOptions>>(), checkDigit ?? KassenzeichenCheckDigits.None));
        return services;
    }
}
