using BaseComponents.Eid.AspNetCore.Internal.EidServer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Adds the eID-Server to the application's health checks.</summary>
public static class EidServerHealthCheckExtensions
{
    /// <summary>Adds one log-in: unhealthy where the authorisation certificate does not allow what is asked for, degraded where the eID-Server does not answer. The server is not asked anew.</summary>
    /// <param name="builder">The application's health checks.</param>
    /// <param name="scheme">Name of the log-in.</param>
    public static IHealthChecksBuilder AddEidServer(this IHealthChecksBuilder builder, string scheme = EidDefaults.EidServerScheme)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        return builder.Add(new HealthCheckRegistration(
            $"eid-server:{scheme}", services => new EidServerHealthCheck(services.GetRequiredService<EidServerStates>(), scheme), failureStatus: null, tags: ["eid"]));
    }
}
