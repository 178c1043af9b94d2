using BaseComponents.Eid.Testing.Internal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.Testing;

/// <summary>Logs a test's user in without any log-in service.</summary>
public static class SignedInUserExtensions
{
    /// <summary>Every request is that of this identity, whatever log-ins the application has. A host that runs as Production does not start with it.</summary>
    /// <param name="services">The application's services; call it where a test changes them.</param>
    /// <param name="identity">Who is logged in at first.</param>
    /// <example><code>
    /// var user = services.AddSignedInUser(FakeIdentities.Citizen);
    /// user.Identity = null;   // logged out from now on
    /// </code></example>
    public static SignedInUser AddSignedInUser(this IServiceCollection services, EidIdentity? identity = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var user = new SignedInUser { Identity = identity };
        services.AddSingleton(user);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, SignedInUserHandler>(SignedInUserHandler.SchemeName, configureOptions: null);
        services.AddSingleton<IPostConfigureOptions<AuthenticationOptions>, SignedInUserDefaults>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ProductionRefusal>());
        return user;
    }
}
