using Microsoft.Extensions.Hosting;

namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>Upgrades before anything else of the host starts: the reconciler needs the tables.</summary>
internal sealed class SchemaUpgradeAtStart(IServiceProvider services) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => PaymentsDatabase.UpgradeAsync(services, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
