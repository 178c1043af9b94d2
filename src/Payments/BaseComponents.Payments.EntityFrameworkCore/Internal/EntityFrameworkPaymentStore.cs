using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>
/// Rows in the application's database. The primary key decides who begins an attempt, the version decides who changes it: no lock is held in
/// memory, so any number of processes may share the tables.
/// </summary>
internal sealed class EntityFrameworkPaymentStore<TDbContext>(IServiceScopeFactory scopes) : IPaymentStore
    where TDbContext : DbContext
{
    public bool IsDurable => true;

    public Task<IReadOnlyList<PaymentRecord>> ListAttemptsAsync(string tenant, string reference, CancellationToken cancellationToken = default) =>
        WithContextAsync<IReadOnlyList<PaymentRecord>>(async context =>
        {
            var rows = await context.Set<PaymentRow>().AsNoTracking()
                .Where(row => row.Tenant == tenant && row.Reference == reference)
                .OrderBy(row => row.Attempt)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return [.. rows.Select(static row => row.ToRecord())];
        });

    public async Task<bool> TryAddAsync(PaymentRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            return await WithContextAsync(async context =>
            {
                context.Add(new PaymentRow().Take(record));
                await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
        catch (DbUpdateException)
        {
            // Every provider has its own error for a key that exists; so the row is asked for.
            if (await ExistsAsync(record, cancellationToken).ConfigureAwait(false))
                return false;
            throw;
        }
    }

    public async Task<bool> TryUpdateAsync(PaymentRecord record, PaymentEvent? paymentEvent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            return await WithContextAsync(async context =>
            {
                context.Update(new PaymentRow().Take(record));
                if (paymentEvent is not null)
                    context.Add(paymentEvent.ToRow());
                return await TrySaveAsync(context, record, cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
        catch (DbUpdateException) when (paymentEvent is not null)
        {
            // Whoever loses against another that saw the same state may fail at the event's key before the version is compared.
            if (await IsAsReadAsync(record, cancellationToken).ConfigureAwait(false))
                throw;
            return false;
        }
    }

    public async Task<IReadOnlyList<PaymentRecord>> ClaimDueAsync(
        string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default)
    {
        var due = await ListDueAsync(tenant, now.UtcDateTime, count, cancellationToken).ConfigureAwait(false);
        var claimed = new List<PaymentRecord>(due.Count);
        foreach (var record in due)
        {
            var leased = record with { NextCheckAt = leaseUntil };
            if (await TryUpdateAsync(leased, paymentEvent: null, cancellationToken).ConfigureAwait(false))
                claimed.Add(leased with { Version = leased.Version + 1 });
        }

        return claimed;
    }

    public Task<bool> DeliverNextAsync(
        string tenant, DateTimeOffset now, DateTimeOffset retryAt, PaymentEventDelivery deliver, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(deliver);
        return new EventOutbox<TDbContext>(scopes).DeliverNextAsync(tenant, now.UtcDateTime, retryAt.UtcDateTime, deliver, cancellationToken);
    }

    private Task<IReadOnlyList<PaymentRecord>> ListDueAsync(string tenant, DateTime now, int count, CancellationToken cancellationToken) =>
        WithContextAsync<IReadOnlyList<PaymentRecord>>(async context =>
        {
            var rows = await context.Set<PaymentRow>().AsNoTracking()
                .Where(row => row.Tenant == tenant && row.NextCheckAt <= now)
                .OrderBy(row => row.NextCheckAt)
                .Take(count)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return [.. rows.Select(static row => row.ToRecord())];
        });

    // The version in the row must still be the one that was read; it is raised by the same statement.
    private static async Task<bool> TrySaveAsync(TDbContext context, PaymentRecord record, CancellationToken cancellationToken)
    {
        var version = context.ChangeTracker.Entries<PaymentRow>().Single().Property(row => row.Version);
        version.OriginalValue = record.Version;
        version.CurrentValue = record.Version + 1;
        try
        {
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private Task<bool> ExistsAsync(PaymentRecord record, CancellationToken cancellationToken) =>
        WithContextAsync(context => context.Set<PaymentRow>().AnyAsync(
            row => row.Tenant == record.Tenant && row.Reference == record.Reference && row.Attempt == record.Attempt, cancellationToken));

    private Task<bool> IsAsReadAsync(PaymentRecord record, CancellationToken cancellationToken) =>
        WithContextAsync(context => context.Set<PaymentRow>().AnyAsync(
            row => row.Tenant == record.Tenant && row.Reference == record.Reference && row.Attempt == record.Attempt && row.Version == record.Version, cancellationToken));

    private async Task<T> WithContextAsync<T>(Func<TDbContext, Task<T>> use)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            return await use(scope.ServiceProvider.GetRequiredService<TDbContext>()).ConfigureAwait(false);
    }
}
