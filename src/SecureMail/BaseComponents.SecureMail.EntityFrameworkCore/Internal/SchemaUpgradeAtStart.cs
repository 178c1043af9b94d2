using Microsoft.Extensions.Hosting;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>Upgrades before anything else of the host starts: the workers need the tables.</summary>
internal sealed class SchemaUpgradeAtStart(IServiceProvider services) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => SecureMailOutboxDatabase.UpgradeAsync(services, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
