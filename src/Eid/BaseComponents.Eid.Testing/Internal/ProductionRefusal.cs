using Microsoft.Extensions.Hosting;

namespace BaseComponents.Eid.Testing.Internal;

/// <summary>Keeps a test's user out of what citizens use.</summary>
internal sealed class ProductionRefusal(IHostEnvironment host) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => host.IsProduction()
        ? throw new InvalidOperationException("AddSignedInUser lets everybody in as a test's user; a host that runs as Production does not start with it. Name another environment in the test (DOTNET_ENVIRONMENT), or take the call out of the application.")
        : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
