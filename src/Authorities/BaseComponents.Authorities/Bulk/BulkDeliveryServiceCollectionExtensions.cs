using BaseComponents.Authorities.Internal.Bulk;
using BaseComponents.Authorities.Wire.Bulk;
using BaseComponents.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Bulk;

/// <summary>Adds downloads of bulk data to an application.</summary>
public static class BulkDeliveryServiceCollectionExtensions
{
    /// <summary>Adds the one download of an application. Inject <see cref="IBulkDelivery"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">Usually <c>BaseComponents:Authorities:Bulk</c>; holds <see cref="BulkDeliveryOptions"/>.</param>
    public static BulkDeliveryBuilder AddBulkDelivery(this IServiceCollection services, IConfigurationSection section)
    {
        var builder = services.AddBulkDelivery(Options.DefaultName, section);
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<IBulkDelivery>(Options.DefaultName));
        return builder;
    }

    /// <summary>Adds one of several downloads. Get it by name: <c>[FromKeyedServices("dresden")] IBulkDelivery</c>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">Name of the registration.</param>
    /// <param name="section">Holds the <see cref="BulkDeliveryOptions"/> of this download.</param>
    public static BulkDeliveryBuilder AddBulkDelivery(this IServiceCollection services, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<BulkDeliveryOptions>(name).Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BulkDeliveryOptions>, BulkOptionsValidator>());
        services.AddSingleton<IValidateOptions<BulkDeliveryOptions>>(provider => new BulkSettingsValidator(name, section.Path, provider.GetService<IHostEnvironment>()));
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddKeyedSingleton(name, (provider, _) => BulkAccess.Create(provider, name));
        services.AddKeyedSingleton<IBulkDelivery>(name, (provider, _) => BulkDownloader.Create(provider, name));
        return new BulkDeliveryBuilder(name, services, AddPages(services, name), AddTokens(services, name));
    }

    private static IHttpClientBuilder AddPages(IServiceCollection services, string name) => services
        .AddHttpClient(BulkAccess.PageClient(name), client => client.Timeout = Timeout.InfiniteTimeSpan)
        // The framework's loggers keep whole headers beside their text, with the token.
        .RemoveAllLoggers()
        .AddHttpMessageHandler(provider => new RetryHandler(provider.GetRequiredService<TimeProvider>()))
        .AddHttpMessageHandler(provider => new BearerHandler(provider.GetRequiredKeyedService<BulkAccess>(name).Tokens))
        .AddHttpMessageHandler(provider => new PaceHandler(provider.GetRequiredKeyedService<BulkAccess>(name).Pace))
        .ConfigurePrimaryHttpMessageHandler(provider => Primary(provider, name));

    private static IHttpClientBuilder AddTokens(IServiceCollection services, string name) => services
        .AddHttpClient(BulkAccess.TokenClient(name), client => client.Timeout = TimeSpan.FromMinutes(1))
        .RemoveAllLoggers()
        .ConfigurePrimaryHttpMessageHandler(provider => Primary(provider, name));

    private static SocketsHttpHandler Primary(IServiceProvider provider, string name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<BulkDeliveryOptions>>().Get(name);
        return HttpDefaults.CreateHandler(new HttpBackEnd { TrustAnchors = HttpDefaults.TrustAnchors(options.TrustAnchorsPem), Proxy = options.Proxy });
    }
}
