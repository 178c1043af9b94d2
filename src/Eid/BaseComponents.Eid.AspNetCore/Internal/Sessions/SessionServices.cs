using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.Sessions;

/// <summary>Registers what every log-in needs for its sessions.</summary>
internal static class SessionServices
{
    public static void AddSessionsOf<TOptions>(this IServiceCollection services, string scheme, Func<TOptions, string?> identifier, Func<TOptions, string?> signInScheme)
        where TOptions : class
    {
        // Memory serves one node; a cache that the application registers for several takes precedence.
        services.AddDistributedMemoryCache();
        services.TryAddSingleton<SessionTenants>();
        services.TryAddSingleton<Session>();
        services.TryAddSingleton<EndedSessions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<CookieAuthenticationOptions>, CookieSessions>());
        services.AddSingleton(provider =>
        {
            var settings = new LastGoodSettings<TOptions>(provider.GetRequiredService<IOptionsMonitor<TOptions>>(), scheme);
            return new SessionTenant(scheme, () => identifier(settings.Current) ?? "", () => signInScheme(settings.Current));
        });
    }
}
