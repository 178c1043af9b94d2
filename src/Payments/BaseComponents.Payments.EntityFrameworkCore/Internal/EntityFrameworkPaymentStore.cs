using BaseComponents.Shared.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>
/// Rows in the application's database. Its unique indexes decide who begins an attempt and which attempt is paid, the version decides who changes
/// one: no lock is held in memory, so any number of processes may share the tables.
/// </summary>
internal sealed class EntityFrameworkPaymentStore<TDbContext>(IServiceScopeFactory factory) : IPaymentStore
    where TDbContext : DbContext
{
    private readonly Scopes<TDbContext> _scopes = new(factory);

    public bool IsDurable => true;

    public Task<IReadOnlyList<PaymentRecord>> ListAttemptsAsync(string tenant, string reference, CancellationToken cancellationToken = default) =>
        _scopes.WithContextAsync<IReadOnlyList<PaymentRecord>>(async context =>
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
            return await _scopes.WithContextAsync(async context =>
            {
                context.Add(new PaymentRow().Take(record));
                await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
        catch (DbUpdateException)
        {
            // Every provider has its own error for a key that exists; so the rows are asked for.
            if (await IsTakenAsync(record, cancellationToken).ConfigureAwait(false))
                return false;
            throw;
        }
    }

    public async Task<bool> TryUpdateAsync(PaymentRecord record, PaymentEvent? paymentEvent, PaymentAuditEntry? audit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            return await _scopes.WithContextAsync(async context =>
            {
                context.Update(new PaymentRow().Take(record));
                if (paymentEvent is not null)
                    context.Add(paymentEvent.ToRow(record.RequestId));
                if (audit is not null)
                    context.Add(audit.ToRow());
                return await RowVersions.TrySaveAsync(context, cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
        catch (DbUpdateException)
        {
            // Whoever loses against another may fail at a key, of the event, a slot or the audit, before the version is compared.
            if (await IsLostAsync(record, audit, cancellationToken).ConfigureAwait(false))
                return false;
            throw;
        }
    }

    public Task<IReadOnlyList<PaymentRecord>> ClaimDueAsync(
        string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default) =>
        new DueClaims<TDbContext>(_scopes).ClaimAsync(tenant, now.UtcDateTime, leaseUntil.UtcDateTime, count, cancellationToken);

    public Task<bool> DeliverNextAsync(
        string tenant, DateTimeOffset now, DateTimeOffset retryAt, PaymentEventDelivery deliver, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(deliver);
        return new EventOutbox<TDbContext>(_scopes).DeliverNextAsync(tenant, now.UtcDateTime, retryAt.UtcDateTime, deliver, cancellationToken);
    }

    public IAsyncEnumerable<PaymentRecord> ListAsync(string tenant, PaymentFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return _scopes.StreamAsync<PaymentRow, PaymentRecord>(rows => rows.Of(tenant).That(filter), static row => row.ToRecord(), cancellationToken);
    }

    public IAsyncEnumerable<PaymentAuditEntry> ListAuditAsync(string tenant, long from, CancellationToken cancellationToken = default) =>
        _scopes.StreamAsync<PaymentAuditRow, PaymentAuditEntry>(
            rows => rows.Where(row => row.Tenant == tenant && row.Number >= from).OrderBy(row => row.Number), static row => row.ToEntry(), cancellationToken);

    public async Task<PaymentAuditEntry?> LastAuditAsync(string tenant, CancellationToken cancellationToken = default)
    {
        var last = await _scopes.WithContextAsync(context => context.Set<PaymentAuditRow>().AsNoTracking()
            .Where(row => row.Tenant == tenant).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken)).ConfigureAwait(false);
        return last?.ToEntry();
    }

    public Task<bool> TryEraseAsync(PaymentRecord record, string replacement, bool dropWaitingEvents, PaymentAuditEntry audit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new Erasure<TDbContext>(_scopes).TryEraseAsync(record, replacement, dropWaitingEvents, audit, cancellationToken);
    }

    public Task<bool> TryDeleteAsync(PaymentRecord record, PaymentAuditEntry audit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new Erasure<TDbContext>(_scopes).TryDeleteAsync(record, audit, cancellationToken);
    }

    private Task<bool> IsTakenAsync(PaymentRecord record, CancellationToken cancellationToken) =>
        _scopes.WithContextAsync(context => context.Set<PaymentRow>().AnyAsync(
            row => row.RequestId == record.RequestId
                || (row.Tenant == record.Tenant && row.Reference == record.Reference && (row.Attempt == record.Attempt || row.OpenSlot != null)), cancellationToken));

    private Task<bool> IsLostAsync(PaymentRecord record, PaymentAuditEntry? audit, CancellationToken cancellationToken) =>
        _scopes.WithContextAsync(async context =>
            !await context.Set<PaymentRow>().AnyAsync(row => row.RequestId == record.RequestId && row.Version == record.Version, cancellationToken).ConfigureAwait(false)
            || await context.Set<PaymentRow>().Others(record).AnyAsync(cancellationToken).ConfigureAwait(false)
            || (audit is not null && await context.Set<PaymentAuditRow>().AnyAsync(
                row => row.Tenant == audit.Tenant && row.Number == audit.Number, cancellationToken).ConfigureAwait(false)));
}
