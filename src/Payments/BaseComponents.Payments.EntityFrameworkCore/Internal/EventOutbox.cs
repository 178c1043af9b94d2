using BaseComponents.Shared.Stores;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>
/// Delivers events. An event is leased first, in a transaction of its own, so that a slow handler blocks nobody; then handler and mark "delivered"
/// commit together. If the lease ran out meanwhile and another instance was faster, the mark finds another version and everything is rolled back.
/// </summary>
internal sealed class EventOutbox<TDbContext>(Scopes<TDbContext> scopes)
    where TDbContext : DbContext
{
    public async Task<bool> DeliverNextAsync(string tenant, DateTime now, DateTime retryAt, PaymentEventDelivery deliver, CancellationToken cancellationToken)
    {
        while (await FindAsync(tenant, now, cancellationToken).ConfigureAwait(false) is { } waiting)
        {
            if (!await TryLeaseAsync(waiting, retryAt, cancellationToken).ConfigureAwait(false))
                continue;
            return await DeliverAsync(waiting, now, deliver, cancellationToken).ConfigureAwait(false);
        }

        return false;
    }

    private Task<PaymentEventRow?> FindAsync(string tenant, DateTime now, CancellationToken cancellationToken) =>
        scopes.WithContextAsync(context => context.Set<PaymentEventRow>().AsNoTracking()
            .Where(row => row.Tenant == tenant && row.DeliveredAt == null && row.NotBefore <= now)
            // Not by when it happened: events that always fail would hold up all later ones.
            .OrderBy(row => row.NotBefore).ThenBy(row => row.OccurredAt)
            .FirstOrDefaultAsync(cancellationToken));

    private async Task<bool> TryLeaseAsync(PaymentEventRow waiting, DateTime until, CancellationToken cancellationToken)
    {
        var version = waiting.Version;
        var leased = await scopes.WithContextAsync(context => context.Set<PaymentEventRow>()
            .Where(row => row.Id == waiting.Id && row.Version == version && row.DeliveredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, version + 1).SetProperty(row => row.NotBefore, until), cancellationToken)).ConfigureAwait(false);
        waiting.Version = version + leased;
        return leased == 1;
    }

    private Task<bool> DeliverAsync(PaymentEventRow waiting, DateTime now, PaymentEventDelivery deliver, CancellationToken cancellationToken) =>
        scopes.InTransactionAsync(async (services, context) =>
        {
            await deliver(services, waiting.ToEvent(), cancellationToken).ConfigureAwait(false);
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            await MarkAsync(context, waiting, now, cancellationToken).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    private static async Task MarkAsync(TDbContext context, PaymentEventRow waiting, DateTime now, CancellationToken cancellationToken)
    {
        var marked = await context.Set<PaymentEventRow>()
            .Where(row => row.Id == waiting.Id && row.Version == waiting.Version && row.DeliveredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, waiting.Version + 1).SetProperty(row => row.DeliveredAt, now), cancellationToken)
            .ConfigureAwait(false);
        if (marked != 1)
            throw new InvalidOperationException("Another instance delivered the event while its handler ran here; what the handler wrote is rolled back.");
    }
}
