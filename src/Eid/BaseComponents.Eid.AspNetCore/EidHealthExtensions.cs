using BaseComponents.Eid.AspNetCore.Internal.Health;
using BaseComponents.Shared.Health;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Adds all log-ins of the application to its health checks.</summary>
public static class EidHealthExtensions
{
    /// <summary>
    /// Adds three registrations with the tag <c>eid</c>: <c>eid:settings</c> (certificates and requests; tag <c>local</c>), <c>eid:services</c> (eID-Servers, brokers, metadata, clocks; tag
    /// <c>network</c>) and <c>eid:application</c> (Data Protection keys and one-time store; tag <c>application</c>). The data of each hold its <c>findings</c>.
    /// </summary>
    /// <param name="builder">The application's health checks.</param>
    public static IHealthChecksBuilder AddEidHealth(this IHealthChecksBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .Add(FindingsCheck.Registration("eid:settings", "eid", FindingsCheck.Local, static services => ActivatorUtilities.CreateInstance<SettingsLook>(services).LookAsync))
            .Add(FindingsCheck.Registration("eid:services", "eid", FindingsCheck.Network, static services => ActivatorUtilities.CreateInstance<ServicesLook>(services).LookAsync))
            .Add(FindingsCheck.Registration("eid:application", "eid", FindingsCheck.Application, static services => ActivatorUtilities.CreateInstance<ApplicationLook>(services).LookAsync));
    }
}
