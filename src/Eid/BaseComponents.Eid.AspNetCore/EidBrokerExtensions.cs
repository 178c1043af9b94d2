using BaseComponents.Eid.AspNetCore.Internal;
using BaseComponents.Eid.AspNetCore.Internal.Broker;
using BaseComponents.Eid.AspNetCore.Internal.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Registers log-ins over an OpenID Connect broker.</summary>
public static class EidBrokerExtensions
{
    /// <summary>Log-in over a broker under the scheme <see cref="EidDefaults.BrokerScheme"/>.</summary>
    /// <param name="builder">The application's authentication; a cookie scheme must be its default.</param>
    /// <param name="section">Settings of <see cref="EidBrokerOptions"/>, such as <c>BaseComponents:Eid:Broker</c>.</param>
    public static AuthenticationBuilder AddEidBroker(this AuthenticationBuilder builder, IConfigurationSection section) =>
        builder.AddEidBroker(EidDefaults.BrokerScheme, section);

    /// <summary>Log-in over a broker under a name of its own: one per broker or municipality.</summary>
    /// <param name="builder">The application's authentication; a cookie scheme must be its default.</param>
    /// <param name="scheme">Name of the scheme.</param>
    /// <param name="section">Settings of <see cref="EidBrokerOptions"/>. They are read again when they change.</param>
    public static AuthenticationBuilder AddEidBroker(this AuthenticationBuilder builder, string scheme, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        ArgumentNullException.ThrowIfNull(section);
        AddSettings(builder.Services, scheme, section);
        builder.Services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>>(services =>
            ActivatorUtilities.CreateInstance<OpenIdConnectSetup>(services, scheme));
        builder.Services.AddSingleton<IOptionsChangeTokenSource<OpenIdConnectOptions>>(services =>
            ActivatorUtilities.CreateInstance<BrokerSettingsChange>(services, scheme));
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        return builder.AddRemoteScheme<OpenIdConnectOptions, EidBrokerHandler>(scheme, displayName: null, configureOptions: null);
    }

    private static void AddSettings(IServiceCollection services, string scheme, IConfigurationSection section)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEidOneTimeStore>(provider => new InMemoryOneTimeStore(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<LogoutGate>();
        services.AddSessionsOf<EidBrokerOptions>(scheme, options => $"{options.Authority} {options.ClientId}", options => options.SignInScheme);
        services.AddOptions<EidBrokerOptions>(scheme).Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EidBrokerOptions>, EidBrokerOptionsValidator>());
        services.AddSingleton(provider => new EidBrokerTenant(scheme, () => provider.GetRequiredService<IOptionsMonitor<EidBrokerOptions>>().Get(scheme)));
        services.AddSingleton<IValidateOptions<EidBrokerOptions>>(provider =>
            new EidBrokerRules(
                scheme,
                section.Path,
                provider.GetService<IHostEnvironment>(),
                new SessionKeysRule(section.Path, provider.GetRequiredService<IOptions<KeyManagementOptions>>())));
    }
}
