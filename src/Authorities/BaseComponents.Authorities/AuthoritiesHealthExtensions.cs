using BaseComponents.Authorities.Internal.Health;
using BaseComponents.Shared.Health;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Authorities;

/// <summary>Adds a directory to the application's health checks.</summary>
public static class AuthoritiesHealthExtensions
{
    /// <summary>
    /// Adds two registrations with the tag <c>authorities</c>: <c>authorities:snapshot</c> (settings, signature and age of the snapshot; tag <c>local</c>) and <c>authorities:services</c>
    /// (deliveries and live sources; tag <c>network</c>). The data of each hold its <c>findings</c>.
    /// </summary>
    /// <param name="builder">The application's health checks.</param>
    /// <param name="name">Name of the directory; empty for the unnamed one.</param>
    public static IHealthChecksBuilder AddAuthoritiesHealth(this IHealthChecksBuilder builder, string name = "")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        var ending = name.Length == 0 ? "" : $":{name}";
        return builder
            .Add(FindingsCheck.Registration($"authorities:snapshot{ending}", "authorities", FindingsCheck.Local, services => new SnapshotLook(name, services).LookAsync))
            .Add(FindingsCheck.Registration($"authorities:services{ending}", "authorities", FindingsCheck.Network, services => new SourcesLook(name, services).LookAsync));
    }
}
