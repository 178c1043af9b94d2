using BaseComponents.Payments.Internal;
using BaseComponents.Payments.Wire;
using BaseComponents.Payments.Wire.Authentication;
using BaseComponents.Shared;
using BaseComponents.Shared.OAuth;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments;

/// <summary>Registers payment services.</summary>
public static class PaymentsServiceCollectionExtensions
{
    /// <summary>Adds the one payment service of the application: <see cref="IPaymentClient"/>, its reconciler and <see cref="IPaymentOperations"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">The settings, see <see cref="PaymentsOptions"/>.</param>
    public static PaymentsBuilder AddPayments(this IServiceCollection services, IConfigurationSection section)
    {
        var builder = services.AddPayments(Options.DefaultName, section);
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<IPaymentClient>(Options.DefaultName));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<IPaymentReconciler>(Options.DefaultName));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<IPaymentOperations>(Options.DefaultName));
        return builder;
    }

    /// <summary>Adds one of several payment services, such as one per municipality: keyed services by its name.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The name; part of every key and every stored row, so it never changes.</param>
    /// <param name="section">The settings, see <see cref="PaymentsOptions"/>.</param>
    public static PaymentsBuilder AddPayments(this IServiceCollection services, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(section);
        services.AddLogging();
        services.AddSettings(name, section);
        services.AddParts(name);
        return new PaymentsBuilder(services, name, services.AddWire(name));
    }

    private static void AddSettings(this IServiceCollection services, string name, IConfigurationSection section)
    {
        services.AddSingleton(new PaymentRegistration(name, section));
        services.TryAddSingleton<EnvironmentMix>();
        services.AddOptions<PaymentsOptions>(name).Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PaymentsOptions>, PaymentsOptionsValidator>());
        services.AddSingleton<IValidateOptions<PaymentsOptions>>(provider => new EnvironmentValidator(name, section.Path, provider));
    }

    private static void AddParts(this IServiceCollection services, string name)
    {
        services.TryAddKeyedSingleton<IPaymentStore>(name, static (provider, _) => new InMemoryPaymentStore(provider));
        services.TryAddKeyedSingleton(name, static (provider, _) => new ServiceClock(provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddKeyedSingleton(name, (provider, _) => new PaymentTenant(provider, name));
        services.AddKeyedSingleton(name, static (provider, key) => provider.GetRequiredKeyedService<PaymentTenant>(key).Client);
        services.AddKeyedSingleton(name, static (provider, key) => provider.GetRequiredKeyedService<PaymentTenant>(key).Reconciler);
        services.AddKeyedSingleton(name, static (provider, key) => provider.GetRequiredKeyedService<PaymentTenant>(key).Operations);
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<PaymentTenant>(name).CreatePump());
        services.AddKeyedSingleton(name, (provider, _) => new ClientCertificates(
            name, provider, provider.GetRequiredService<IOptionsMonitor<PaymentsOptions>>(), provider.GetService<TimeProvider>() ?? TimeProvider.System));
    }

    private static IHttpClientBuilder AddWire(this IServiceCollection services, string name)
    {
        var httpName = name.Length == 0 ? "BaseComponents.Payments" : $"BaseComponents.Payments:{name}";
        var tokenName = httpName + ":tokens";
        services.AddHttpClient(tokenName)
            .ConfigureHttpClient((provider, client) => client.Timeout = provider.GetRequiredService<IOptionsMonitor<PaymentsOptions>>().Get(name).Timeout)
            .ConfigurePrimaryHttpMessageHandler(provider => PrimaryHandler(provider, name))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The framework's loggers keep whole headers beside their text, with the secret.
            .RemoveAllLoggers()
            .AddHttpMessageHandler(static () => new BoundedAnswerHandler());
        services.AddKeyedSingleton(name, (provider, _) => Tokens(provider, name, tokenName));
        services.AddKeyedSingleton(name, (provider, _) => new XBezahldienstApi(provider.GetRequiredService<IHttpClientFactory>(), httpName));
        return services.AddHttpClient(httpName)
            .ConfigureHttpClient((provider, client) => client.Timeout = provider.GetRequiredService<IOptionsMonitor<PaymentsOptions>>().Get(name).Timeout)
            .ConfigurePrimaryHttpMessageHandler(provider => PrimaryHandler(provider, name))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddHttpMessageHandler(static provider => new RetryHandler(provider.GetService<TimeProvider>() ?? TimeProvider.System))
            .AddHttpMessageHandler(provider => new BoundedAnswerHandler(provider.GetRequiredKeyedService<ServiceClock>(name)))
            .AddHttpMessageHandler(provider => new CredentialHandler(name, provider.GetRequiredService<IOptionsMonitor<PaymentsOptions>>(), provider.GetRequiredKeyedService<AccessTokens>(name)));
    }

    private static AccessTokens Tokens(IServiceProvider provider, string name, string clientName)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<PaymentsOptions>>();
        var clients = provider.GetRequiredService<IHttpClientFactory>();
        return new AccessTokens(() => Credentials(options.Get(name).Credentials), () => clients.CreateClient(clientName), new TokenFaults(), provider.GetService<TimeProvider>() ?? TimeProvider.System);
    }

    private static ClientCredentials Credentials(PaymentCredentialOptions options) =>
        new(options.Name!, options.Secret!, options.TokenAddress!, options.Scope, options.SecretInBody);

    private static SocketsHttpHandler PrimaryHandler(IServiceProvider provider, string name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<PaymentsOptions>>().Get(name);
        var certificates = provider.GetRequiredKeyedService<ClientCertificates>(name);
        return HttpDefaults.CreateHandler(new HttpBackEnd
        {
            TrustAnchors = HttpDefaults.TrustAnchors(options.TrustAnchorsPem),
            ClientCertificate = certificates.Exist ? certificates.Get : null,
            Proxy = options.Proxy,
        });
    }
}
