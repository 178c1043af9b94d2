using BaseComponents.Authorities.Internal.Routing;
using BaseComponents.Authorities.Wire.Routing;
using BaseComponents.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Routing;

/// <summary>Adds routers to an application.</summary>
public static class DestinationRouterServiceCollectionExtensions
{
    /// <summary>Adds the router of an application that serves one authority. Inject <see cref="IDestinationRouter"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">Usually <c>BaseComponents:Authorities:Routing</c>; holds <see cref="RoutingOptions"/>.</param>
    public static DestinationRouterBuilder AddDestinationRouter(this IServiceCollection services, IConfigurationSection section)
    {
        var builder = services.AddDestinationRouter(Options.DefaultName, section);
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<IDestinationRouter>(Options.DefaultName));
        return builder;
    }

    /// <summary>Adds one of several routers. Get it by name: <c>[FromKeyedServices("dresden")] IDestinationRouter</c>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">Name of the registration, one for each authority served.</param>
    /// <param name="section">Holds the <see cref="RoutingOptions"/> of this router.</param>
    public static DestinationRouterBuilder AddDestinationRouter(this IServiceCollection services, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(section);
        AddOptions(services, name, section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddKeyedSingleton(name, (provider, _) => new RateLimitGate(OptionsOf(provider, name).LongestRateLimitWait, provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton<IDestinationRouter>(name, (provider, _) => DestinationRouter.Create(provider, name, OptionsOf(provider, name)));
        var client = AddClient(services, name, RoutingClients.Routes(name))
            .AddHttpMessageHandler(provider => new RateLimitHandler(provider.GetRequiredKeyedService<RateLimitGate>(name)));
        return new DestinationRouterBuilder(name, services, client, AddClient(services, name, RoutingClients.Keys(name)));
    }

    private static void AddOptions(IServiceCollection services, string name, IConfigurationSection section)
    {
        services.AddOptions<RoutingOptions>(name).Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RoutingOptions>, RoutingOptionsValidator>());
        services.AddSingleton<IValidateOptions<RoutingOptions>>(provider => new RoutingSettingsValidator(name, section.Path, provider.GetService<IHostEnvironment>()));
    }

    // What is logged of a request holds its query, and with it what citizens type.
    private static IHttpClientBuilder AddClient(IServiceCollection services, string name, string clientName) => services
        .AddHttpClient(clientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers()
        .AddHttpMessageHandler(provider => new RetryHandler(provider.GetRequiredService<TimeProvider>()))
        .ConfigurePrimaryHttpMessageHandler(provider =>
        {
            var options = OptionsOf(provider, name);
            return HttpDefaults.CreateHandler(new HttpBackEnd { TrustAnchors = HttpDefaults.TrustAnchors(options.TrustAnchorsPem), Proxy = options.Proxy });
        });

    private static RoutingOptions OptionsOf(IServiceProvider provider, string name) => provider.GetRequiredService<IOptionsMonitor<RoutingOptions>>().Get(name);
}
