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
    /// <param name="directory">The directory.</param>
    public static AuthoritiesBuilder AddHealth(this AuthoritiesBuilder directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var name = directory.Name;
        var ending = name.Length == 0 ? "" : $":{name}";
        directory.Services.AddHealthChecks()
            .Add(FindingsCheck.Registration($"authorities:snapshot{ending}", "authorities", FindingsCheck.Local, services => new SnapshotLook(name, services).LookAsync))
            .Add(FindingsCheck.Registration($"authorities:services{ending}", "authorities", FindingsCheck.Network, services => new SourcesLook(name, services).LookAsync));
        return directory;
    }
}
