using BaseComponents.Eid.AspNetCore.Internal;
using BaseComponents.Eid.AspNetCore.Internal.EidServer;
using BaseComponents.Eid.AspNetCore.Internal.Saml;
using BaseComponents.Eid.AspNetCore.Internal.Sessions;
using BaseComponents.Eid.EidServer;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Registers log-ins with the identity card over an eID-Server.</summary>
public static class EidServerExtensions
{
    /// <summary>Log-in with the identity card under the scheme <see cref="EidDefaults.EidServerScheme"/>.</summary>
    /// <param name="builder">The application's authentication; a cookie scheme must be its default.</param>
    /// <param name="section">Settings of <see cref="EidServerOptions"/>, such as <c>BaseComponents:Eid:EidServer</c>.</param>
    /// <param name="client">Adds to the client of the eID-Server, such as a handler of the application.</param>
    public static AuthenticationBuilder AddEidServer(this AuthenticationBuilder builder, IConfigurationSection section, Action<IHttpClientBuilder>? client = null) =>
        builder.AddEidServer(EidDefaults.EidServerScheme, section, client);

    /// <summary>Log-in with the identity card under a name of its own: one per municipality.</summary>
    /// <param name="builder">The application's authentication; a cookie scheme must be its default.</param>
    /// <param name="scheme">Name of the scheme; letters, digits, hyphens.</param>
    /// <param name="section">Settings of <see cref="EidServerOptions"/>. They are read again when they change.</param>
    /// <param name="client">Adds to the client of the eID-Server, such as a handler of the application.</param>
    /// <remarks>An <see cref="IEidServerClient"/> that the application registers under the scheme's name as key takes the place of the client.</remarks>
    public static AuthenticationBuilder AddEidServer(this AuthenticationBuilder builder, string scheme, IConfigurationSection section, Action<IHttpClientBuilder>? client = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        ArgumentNullException.ThrowIfNull(section);
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEidOneTimeStore>(provider => new InMemoryOneTimeStore(provider.GetRequiredService<TimeProvider>()));
        services.AddSettings(scheme, section);
        var http = services.AddClient(scheme);
        client?.Invoke(http);
        services.AddChecks(scheme);
        return builder.AddScheme<EidServerSchemeOptions, EidServerHandler>(scheme, displayName: null, configureOptions: null);
    }

    private static void AddSettings(this IServiceCollection services, string scheme, IConfigurationSection section)
    {
        services.AddSessionsOf<EidServerOptions>(scheme, EidServerSettings.Tenant, options => options.SignInScheme);
        services.AddOptions<EidServerOptions>(scheme).Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EidServerOptions>, EidServerOptionsValidator>());
        services.AddSingleton<IValidateOptions<EidServerOptions>>(provider => new EidServerRules(
            scheme,
            section.Path,
            provider.GetService<IHostEnvironment>(),
            new SessionKeysRule(section.Path, provider.GetRequiredService<IOptions<KeyManagementOptions>>())));
        services.AddSingleton(provider => new EidServerTenant(scheme, () => provider.GetRequiredService<IOptionsMonitor<EidServerOptions>>().Get(scheme)));
        services.AddOptions<EidServerTenants>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EidServerTenants>, EidServerTenantRules>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<CookieAuthenticationOptions>, SessionProtection>());
        services.AddKeyedSingleton(scheme, (provider, _) => new LastGoodSettings<EidServerOptions>(provider.GetRequiredService<IOptionsMonitor<EidServerOptions>>(), scheme));
        services.AddKeyedSingleton(scheme, (provider, _) => new EidServerScheme(
            scheme,
            provider.GetRequiredKeyedService<LastGoodSettings<EidServerOptions>>(scheme),
            provider.GetRequiredService<IEidOneTimeStore>(),
            provider.GetRequiredService<IDataProtectionProvider>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static IHttpClientBuilder AddClient(this IServiceCollection services, string scheme)
    {
        services.TryAddKeyedSingleton<IEidServerClient>(scheme, (provider, _) => new CurrentEidServerClient(
            scheme,
            provider.GetRequiredKeyedService<LastGoodSettings<EidServerOptions>>(scheme),
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<TimeProvider>()));
        return services.AddHttpClient(CurrentEidServerClient.HttpName(scheme))
            .ConfigurePrimaryHttpMessageHandler(provider => new EidServerBackEnd(provider.GetRequiredKeyedService<LastGoodSettings<EidServerOptions>>(scheme)))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }

    private static void AddChecks(this IServiceCollection services, string scheme)
    {
        services.AddKeyedSingleton(scheme, (provider, _) => new RightsCheck(
            provider.GetRequiredKeyedService<EidServerScheme>(scheme),
            provider.GetRequiredKeyedService<IEidServerClient>(scheme),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<RightsCheck>>()));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<RightsCheck>(scheme));
        services.AddSingleton(new EidServerName(scheme));
        services.TryAddSingleton(provider => new EidServerStates(provider.GetServices<EidServerName>().Select(name => provider.GetRequiredKeyedService<RightsCheck>(name.Scheme))));
    }
}
