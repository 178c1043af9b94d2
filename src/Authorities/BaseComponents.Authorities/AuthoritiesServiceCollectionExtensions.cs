using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Internal.Live;
using BaseComponents.Authorities.Snapshots;
using BaseComponents.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities;

/// <summary>Adds authority directories to an application.</summary>
public static class AuthoritiesServiceCollectionExtensions
{
    /// <summary>Adds the directory of an application that serves one authority. Inject <see cref="IAuthorityDirectory"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">Usually <c>BaseComponents:Authorities</c>; holds <see cref="AuthoritiesOptions"/>.</param>
    public static AuthoritiesBuilder AddAuthorities(this IServiceCollection services, IConfigurationSection section)
    {
        var builder = services.AddAuthorities(Options.DefaultName, section);
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<IAuthorityDirectory>(Options.DefaultName));
        return builder;
    }

    /// <summary>Adds one of several directories. Get it by name: <c>[FromKeyedServices("dresden")] IAuthorityDirectory</c>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">Name of the registration, one for each authority served.</param>
    /// <param name="section">Holds the <see cref="AuthoritiesOptions"/> of this directory.</param>
    public static AuthoritiesBuilder AddAuthorities(this IServiceCollection services, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(section);
        AddOptions(services, name, section);
        var client = AddClient(services, name);
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddKeyedSingleton(name, (provider, _) => SnapshotStore.Create(provider, name));
        services.AddKeyedSingleton(name, (provider, _) => new SnapshotMaker(SnapshotLoader.Create(provider, name), provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton<IAuthorityDirectory>(name, (provider, _) => AuthorityDirectory.Create(provider, name));
        services.AddSingleton<IHostedService>(provider => SnapshotRefresher.Create(provider, name));
        return new AuthoritiesBuilder(name, services, client);
    }

    private static void AddOptions(IServiceCollection services, string name, IConfigurationSection section)
    {
        services.AddOptions<AuthoritiesOptions>(name).Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthoritiesOptions>, AuthoritiesOptionsValidator>());
        services.AddSingleton<IValidateOptions<AuthoritiesOptions>>(provider =>
            new SourceOptionsValidator(name, section.Path, provider.GetService<IHostEnvironment>(), HasLiveSource(provider, name)));
    }

    private static bool HasLiveSource(IServiceProvider provider, string name) =>
        provider.GetService<IServiceProviderIsKeyedService>()?.IsKeyedService(typeof(ILiveSource), name) is true;

    private static IHttpClientBuilder AddClient(IServiceCollection services, string name) => services
        .AddHttpClient(DataSource.ClientName(name), client => client.Timeout = Timeout.InfiniteTimeSpan)
        .AddHttpMessageHandler(provider => new RetryHandler(provider.GetRequiredService<TimeProvider>()))
        .ConfigurePrimaryHttpMessageHandler(provider =>
        {
            var options = provider.GetRequiredService<IOptionsMonitor<AuthoritiesOptions>>().Get(name);
            return HttpDefaults.CreateHandler(new HttpBackEnd { TrustAnchors = HttpDefaults.TrustAnchors(options.TrustAnchorsPem), Proxy = options.Proxy });
        });
}
