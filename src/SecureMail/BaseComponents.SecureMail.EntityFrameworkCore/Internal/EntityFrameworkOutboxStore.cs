using BaseComponents.SecureMail.Outbox;
using BaseComponents.Shared.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>Mails as rows. The version decides who changes one: no lock is held in memory, so any number of processes may share the tables.</summary>
internal sealed class EntityFrameworkOutboxStore<TDbContext>(IServiceScopeFactory factory, ILogger logger) : IMailOutboxStore
    where TDbContext : DbContext
{
    private readonly Scopes<TDbContext> _scopes = new(factory);

    public bool IsDurable => true;

    public Task<IReadOnlyList<OutboxMail>> FindKeyAsync(string tenant, string keyHash, CancellationToken cancellationToken = default) =>
        _scopes.WithContextAsync(context => new EntityFrameworkOutboxWriter<TDbContext>(context, savesAtOnce: true).FindKeyAsync(tenant, keyHash, cancellationToken));

    public Task<OutboxMail?> FindAsync(string tenant, string id, CancellationToken cancellationToken = default) => _scopes.WithContextAsync(async context =>
        (await context.Set<MailRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == tenant && row.Id == id, cancellationToken).ConfigureAwait(false))?.ToMail());

    public Task<OutboxMail?> FindEnvelopeAsync(string tenant, string envelopeId, CancellationToken cancellationToken = default) => _scopes.WithContextAsync(async context =>
        (await context.Set<MailRow>().AsNoTracking().Where(row => row.Tenant == tenant && row.EnvelopeId == envelopeId).OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false))?.ToMail());

    public Task<IReadOnlyList<OutboxMail>> FindMessageAsync(string tenant, string messageId, CancellationToken cancellationToken = default) => _scopes.WithContextAsync<IReadOnlyList<OutboxMail>>(async context =>
        [.. (await context.Set<MailRow>().AsNoTracking().Where(row => row.Tenant == tenant && row.MessageId == messageId).ToListAsync(cancellationToken).ConfigureAwait(false)).Select(static row => row.ToMail())]);

    public Task<byte[]?> ReadContentAsync(string tenant, string id, CancellationToken cancellationToken = default) => _scopes.WithContextAsync(async context =>
        (await context.Set<MailContentRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == tenant && row.Id == id, cancellationToken).ConfigureAwait(false))?.Content);

    public Task<bool> TryUpdateAsync(OutboxMail mail, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail.HasContent
            ? _scopes.WithContextAsync(context => TryReplaceAsync(context, mail, cancellationToken))
            : _scopes.InTransactionAsync(context => TryStripAsync(context, mail, cancellationToken), cancellationToken);
    }

    public async Task<bool> TryRecordDeliveryAsync(OutboxMail mail, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var deliveries = DeliveriesJson.Write(mail.Recipients);
        return await _scopes.WithContextAsync(context => context.Set<MailRow>()
            .Where(row => row.Tenant == mail.Tenant && row.Id == mail.Id && row.DeliveryVersion == mail.DeliveryVersion)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Deliveries, deliveries).SetProperty(row => row.DeliveryVersion, mail.DeliveryVersion + 1), cancellationToken)).ConfigureAwait(false) == 1;
    }

    public Task<IReadOnlyList<OutboxMail>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default) =>
        new DueClaims<TDbContext>(_scopes, logger).ClaimAsync(tenant, now.UtcDateTime, leaseUntil.UtcDateTime, count, cancellationToken);

    public IAsyncEnumerable<OutboxMail> ListAsync(string tenant, OutboxFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new MailPages<TDbContext>(_scopes, logger).ListAsync(tenant, filter, cancellationToken);
    }

    private static async Task<bool> TryReplaceAsync(TDbContext context, OutboxMail mail, CancellationToken cancellationToken)
    {
        var entry = context.Update(mail.ToRow());
        entry.Property(static row => row.Version).CurrentValue = mail.Version + 1;
        // Reports come in between, and have a version of their own.
        entry.Property(static row => row.Deliveries).IsModified = false;
        entry.Property(static row => row.DeliveryVersion).IsModified = false;
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

    private static async Task<bool> TryStripAsync(TDbContext context, OutboxMail mail, CancellationToken cancellationToken)
    {
        if (!await TryReplaceAsync(context, mail, cancellationToken).ConfigureAwait(false))
            return false;
        await context.Set<MailContentRow>().Where(row => row.Tenant == mail.Tenant && row.Id == mail.Id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }
}
