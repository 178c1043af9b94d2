using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BaseComponents.Authorities.Internal;

/// <summary>Reads the sources when the application starts and whenever they are due, so that no citizen waits for it.</summary>
internal sealed class SnapshotRefresher(SnapshotStore store, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    public static SnapshotRefresher Create(IServiceProvider provider, string name) =>
        new(provider.GetRequiredKeyedService<SnapshotStore>(name), provider.GetRequiredService<TimeProvider>());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await store.RefreshAsync(stoppingToken).ConfigureAwait(false);
            var wait = store.DueAt - clock.GetUtcNow();
            await Task.Delay(wait > ShortestWait ? wait : ShortestWait, clock, stoppingToken).ConfigureAwait(false);
        }
    }
}
