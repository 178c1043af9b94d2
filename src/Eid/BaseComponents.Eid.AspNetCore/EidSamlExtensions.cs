using BaseComponents.Eid.AspNetCore.Internal;
using BaseComponents.Eid.AspNetCore.Internal.Saml;
using BaseComponents.Eid.AspNetCore.Internal.Sessions;
using BaseComponents.Eid.Saml;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Registers log-ins over SAML 2.0: BundID and Mein Unternehmenskonto.</summary>
public static class EidSamlExtensions
{
    /// <summary>Log-in of citizens over BundID under the scheme <see cref="EidDefaults.BundIdScheme"/>.</summary>
    /// <param name="builder">The application's authentication; a cookie scheme must be its default.</param>
    /// <param name="section">Settings of <see cref="BundIdOptions"/>, such as <c>BaseComponents:Eid:BundId</c>.</param>
    public static AuthenticationBuilder AddBundId(this AuthenticationBuilder builder, IConfigurationSection section) => builder.AddBundId(EidDefaults.BundIdScheme, section);

    /// <summary>Log-in of citizens over BundID under a name of its own: one per municipality.</summary>
    /// <param name="builder">The application's authentication; a cookie scheme must be its default.</param>
    /// <param name="scheme">Name of the scheme; letters, digits, hyphens.</param>
    /// <param name="section">Settings of <see cref="BundIdOptions"/>. They are read again when they change.</param>
    public static AuthenticationBuilder AddBundId(this AuthenticationBuilder builder, string scheme, IConfigurationSection section) =>
        builder.AddSaml<BundIdOptions, BundIdOptionsValidator>(scheme, section, BundIdSettings.Profile, BundIdSettings.Findings);

    /// <summary>Log-in of companies over Mein Unternehmenskonto under the scheme <see cref="EidDefaults.UnternehmenskontoScheme"/>.</summary>
    /// <param name="builder">The application's authentication; a cookie scheme must be its default.</param>
    /// <param name="section">Settings of <see cref="UnternehmenskontoOptions"/>, such as <c>BaseComponents:Eid:Unternehmenskonto</c>.</param>
    public static AuthenticationBuilder AddUnternehmenskonto(this AuthenticationBuilder builder, IConfigurationSection section) =>
        builder.AddUnternehmenskonto(EidDefaults.UnternehmenskontoScheme, section);

    /// <summary>Log-in of companies over Mein Unternehmenskonto under a name of its own: one per municipality.</summary>
    /// <param name="builder">The application's authentication; a cookie scheme must be its default.</param>
    /// <param name="scheme">Name of the scheme; letters, digits, hyphens.</param>
    /// <param name="section">Settings of <see cref="UnternehmenskontoOptions"/>. They are read again when they change.</param>
    public static AuthenticationBuilder AddUnternehmenskonto(this AuthenticationBuilder builder, string scheme, IConfigurationSection section) =>
        builder.AddSaml<UnternehmenskontoOptions, UnternehmenskontoOptionsValidator>(
            scheme,
            section,
            options => SamlProfile.Unternehmenskonto(options.AcceptTestAccounts),
            UnternehmenskontoSettings.Findings);

    private static AuthenticationBuilder AddSaml<TOptions, TValidator>(
        this AuthenticationBuilder builder, string scheme, IConfigurationSection section, Func<TOptions, SamlProfile> profile, Func<string, TOptions, IReadOnlyList<SamlFinding>> findings)
        where TOptions : EidSamlOptions
        where TValidator : class, IValidateOptions<TOptions>
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        ArgumentNullException.ThrowIfNull(section);
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEidOneTimeStore>(provider => new InMemoryOneTimeStore(provider.GetRequiredService<TimeProvider>()));
        services.AddSessionsOf<TOptions>(scheme, options => options.EntityId, options => options.SignInScheme);
        services.AddOptions<TOptions>(scheme).Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, TValidator>());
        services.AddSingleton<IValidateOptions<TOptions>>(provider => new SamlRules<TOptions>(
            scheme,
            section.Path,
            provider.GetService<IHostEnvironment>(),
            new SessionKeysRule(section.Path, provider.GetRequiredService<IOptions<KeyManagementOptions>>()),
            provider.GetRequiredService<TimeProvider>(),
            findings));
        services.AddKeyedSingleton<SamlScheme>(scheme, (provider, _) =>
            new SamlScheme<TOptions>(
                scheme,
                provider.GetRequiredService<IOptionsMonitor<TOptions>>(),
                profile,
                options => SamlRemarks.Log(provider.GetRequiredService<ILogger<EidSamlHandler>>(), scheme, options, findings(scheme, options)),
                provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SamlTenant(scheme, () => provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(scheme)));
        services.AddOptions<SamlTenants>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SamlTenants>, SamlTenantRules>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<CookieAuthenticationOptions>, SessionProtection>());
        return builder.AddScheme<EidSamlSchemeOptions, EidSamlHandler>(scheme, displayName: null, configureOptions: null);
    }
}
