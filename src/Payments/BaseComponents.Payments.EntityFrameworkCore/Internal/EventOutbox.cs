using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>
/// Delivers events. An event is leased first, in a transaction of its own, so that a slow handler blocks nobody; then handler and mark "delivered"
/// commit together. If the lease ran out meanwhile and another instance was faster, the mark finds another version and everything is rolled back.
/// </summary>
internal sealed class EventOutbox<TDbContext>(IServiceScopeFactory scopes)
    where TDbContext : DbContext
{
    public async Task<bool> DeliverNextAsync(string tenant, DateTime now, DateTime retryAt, PaymentEventDelivery deliver, CancellationToken cancellationToken)
    {
        while (await FindAsync(tenant, now, cancellationToken).ConfigureAwait(false) is { } waiting)
        {
            if (!await TryLeaseAsync(waiting, retryAt, cancellationToken).ConfigureAwait(false))
                continue;
            await DeliverAsync(waiting, now, deliver, cancellationToken).ConfigureAwait(false);
            return true;
        }

        return false;
    }

    private async Task<PaymentEventRow?> FindAsync(string tenant, DateTime now, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            return await Context(scope).Set<PaymentEventRow>().AsNoTracking()
                .Where(row => row.Tenant == tenant && row.DeliveredAt == null && row.NotBefore <= now)
                // Not by when it happened: events that always fail would hold up all later ones.
                .OrderBy(row => row.NotBefore).ThenBy(row => row.OccurredAt)
                .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> TryLeaseAsync(PaymentEventRow waiting, DateTime until, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var version = waiting.Version;
            var leased = await Context(scope).Set<PaymentEventRow>()
                .Where(row => row.Id == waiting.Id && row.Version == version && row.DeliveredAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, version + 1).SetProperty(row => row.NotBefore, until), cancellationToken)
                .ConfigureAwait(false);
            waiting.Version = version + leased;
            return leased == 1;
        }
    }

    private async Task DeliverAsync(PaymentEventRow waiting, DateTime now, PaymentEventDelivery deliver, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var strategy = Context(scope).Database.CreateExecutionStrategy();
            // A provider that retries runs the whole delivery again, in a new scope and transaction.
            await (strategy.RetriesOnFailure
                ? strategy.ExecuteAsync(token => DeliverOnceAsync(waiting, now, deliver, token), cancellationToken)
                : DeliverInAsync(scope, waiting, now, deliver, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task DeliverOnceAsync(PaymentEventRow waiting, DateTime now, PaymentEventDelivery deliver, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            await DeliverInAsync(scope, waiting, now, deliver, cancellationToken).ConfigureAwait(false);
    }

    private static async Task DeliverInAsync(AsyncServiceScope scope, PaymentEventRow waiting, DateTime now, PaymentEventDelivery deliver, CancellationToken cancellationToken)
    {
        var context = Context(scope);
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await deliver(scope.ServiceProvider, waiting.ToEvent(), cancellationToken).ConfigureAwait(false);
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            await MarkAsync(context, waiting, now, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task MarkAsync(TDbContext context, PaymentEventRow waiting, DateTime now, CancellationToken cancellationToken)
    {
        var marked = await context.Set<PaymentEventRow>()
            .Where(row => row.Id == waiting.Id && row.Version == waiting.Version && row.DeliveredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, waiting.Version + 1).SetProperty(row => row.DeliveredAt, now), cancellationToken)
            .ConfigureAwait(false);
        if (marked != 1)
            throw new InvalidOperationException("Another instance delivered the event while its handler ran here; what the handler wrote is rolled back.");
    }

    private static TDbContext Context(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<TDbContext>();
}
