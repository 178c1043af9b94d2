using BaseComponents.Shared.Stores;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>Takes from an attempt what leads to the person, or the attempt itself; the line of the audit commits with it.</summary>
internal sealed class Erasure<TDbContext>(Scopes<TDbContext> scopes)
    where TDbContext : DbContext
{
    public Task<bool> TryEraseAsync(PaymentRecord record, string replacement, bool dropWaitingEvents, PaymentAuditEntry audit, CancellationToken cancellationToken) =>
        TryAsync(record, audit, dropWaitingEvents, context =>
        {
            var row = new PaymentRow().Take(record);
            context.Update(row);
            (row.Reference, row.PayPage) = (replacement, null);
        }, cancellationToken);

    public Task<bool> TryDeleteAsync(PaymentRecord record, PaymentAuditEntry audit, CancellationToken cancellationToken) =>
        TryAsync(record, audit, dropWaitingEvents: true, context => context.Remove(new PaymentRow().Take(record)), cancellationToken);

    private async Task<bool> TryAsync(PaymentRecord record, PaymentAuditEntry audit, bool dropWaitingEvents, Action<TDbContext> change, CancellationToken cancellationToken)
    {
        try
        {
            return await scopes.InTransactionAsync(
                context => ChangeAsync(context, record, audit, dropWaitingEvents, change, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateException)
        {
            if (await IsLostAsync(record, audit, cancellationToken).ConfigureAwait(false))
                return false;
            throw;
        }
    }

    private static async Task<bool> ChangeAsync(
        TDbContext context, PaymentRecord record, PaymentAuditEntry audit, bool dropWaitingEvents, Action<TDbContext> change, CancellationToken cancellationToken)
    {
        var events = context.Set<PaymentEventRow>().Where(row => row.RequestId == record.RequestId);
        if (!dropWaitingEvents && await events.AnyAsync(row => row.DeliveredAt == null, cancellationToken).ConfigureAwait(false))
            return false;
        change(context);
        context.Add(audit.ToRow());
        RowVersions.Raise(context);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await events.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private Task<bool> IsLostAsync(PaymentRecord record, PaymentAuditEntry audit, CancellationToken cancellationToken) =>
        scopes.WithContextAsync(async context =>
            !await context.Set<PaymentRow>().AnyAsync(row => row.RequestId == record.RequestId && row.Version == record.Version, cancellationToken).ConfigureAwait(false)
            || await context.Set<PaymentAuditRow>().AnyAsync(row => row.Tenant == audit.Tenant && row.Number == audit.Number, cancellationToken).ConfigureAwait(false));
}
