using BaseComponents.Payments.Internal;
using BaseComponents.Payments.Internal.Epaybl;
using BaseComponents.Payments.Wire;
using BaseComponents.Payments.Wire.Epaybl;
using BaseComponents.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Epaybl;

/// <summary>Registers ePayBL's own interfaces.</summary>
public static class EpayblServiceCollectionExtensions
{
    /// <summary>Adds the one ePayBL interface of the application: <see cref="IEpayblClient"/>. Preview.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">The settings, see <see cref="EpayblOptions"/>.</param>
    public static EpayblBuilder AddEpaybl(this IServiceCollection services, IConfigurationSection section)
    {
        var builder = services.AddEpaybl(Options.DefaultName, section);
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<IEpayblClient>(Options.DefaultName));
        return builder;
    }

    /// <summary>Adds one of several ePayBL interfaces, such as one per municipality: a keyed service by its name. Preview.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The name.</param>
    /// <param name="section">The settings, see <see cref="EpayblOptions"/>.</param>
    public static EpayblBuilder AddEpaybl(this IServiceCollection services, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(section);
        services.AddLogging();
        services.AddSingleton(new PaymentRegistration(name, section));
        services.TryAddSingleton<EnvironmentMix>();
        services.AddOptions<EpayblOptions>(name).Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EpayblOptions>, EpayblOptionsValidator>());
        services.AddSingleton<IValidateOptions<EpayblOptions>>(provider => new EpayblEnvironmentValidator(name, section.Path, provider));
        services.AddKeyedSingleton(EpayblCertificates.KeyOf(name), (provider, _) => new EpayblCertificates(name, provider));
        services.TryAddKeyedSingleton(name, static (provider, _) => new ServiceClock(provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddKeyedSingleton<IEpayblClient>(name, (provider, _) => new EpayblClient(name, provider));
        return new EpayblBuilder(services, name, services.AddWire(name));
    }

    private static IHttpClientBuilder AddWire(this IServiceCollection services, string name) => services
        .AddHttpClient(EpayblTransport.ClientName(name))
        .ConfigureHttpClient((provider, client) => client.Timeout = provider.GetRequiredService<IOptionsMonitor<EpayblOptions>>().Get(name).Timeout)
        .ConfigurePrimaryHttpMessageHandler(provider => PrimaryHandler(provider, name))
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .AddHttpMessageHandler(static provider => new RetryHandler(provider.GetService<TimeProvider>() ?? TimeProvider.System))
        .AddHttpMessageHandler(provider => new BoundedAnswerHandler(provider.GetRequiredKeyedService<ServiceClock>(name)));

    private static SocketsHttpHandler PrimaryHandler(IServiceProvider provider, string name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<EpayblOptions>>().Get(name);
        return HttpDefaults.CreateHandler(new HttpBackEnd
        {
            TrustAnchors = HttpDefaults.TrustAnchors(options.TrustAnchorsPem),
            ClientCertificate = provider.GetRequiredKeyedService<EpayblCertificates>(EpayblCertificates.KeyOf(name)).Get,
            Proxy = options.Proxy,
        });
    }
}
