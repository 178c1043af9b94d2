using BaseComponents.SecureMail.Outbox;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>Adds mails to the caller's context. What the caller does not save, or rolls back, was never there.</summary>
internal sealed class EntityFrameworkOutboxWriter<TDbContext>(TDbContext context, bool savesAtOnce) : IMailOutboxWriter
    where TDbContext : DbContext
{
    public async Task<IReadOnlyList<OutboxMail>> FindKeyAsync(string tenant, string keyHash, CancellationToken cancellationToken = default)
    {
        var added = context.Set<MailRow>().Local.Where(row => row.Tenant == tenant && row.KeyHash == keyHash).Select(static row => row.ToMail());
        var stored = await context.Set<MailRow>().AsNoTracking().Where(row => row.Tenant == tenant && row.KeyHash == keyHash).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. stored.Select(static row => row.ToMail()).Concat(added).DistinctBy(mail => mail.Id).OrderBy(mail => mail.Id.Length).ThenBy(mail => mail.Id, StringComparer.Ordinal)];
    }

    public async Task<bool> TryAddAsync(IReadOnlyList<(OutboxMail Mail, byte[] Content)> mails, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mails);
        foreach (var (mail, content) in mails)
        {
            context.Add(mail.ToRow());
            context.Add(new MailContentRow { Tenant = mail.Tenant, Id = mail.Id, Content = content });
        }

        return !savesAtOnce || await TrySaveAsync(mails[0].Mail.Tenant, [.. mails.Select(added => added.Mail.Id)], cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> TrySaveAsync(string tenant, string[] ids, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbUpdateException)
        {
            // Every provider has its own error for a key that exists; so the row is asked for. In a transaction that has failed that throws as well, and the caller begins again.
            context.ChangeTracker.Clear();
            if (await context.Set<MailRow>().AnyAsync(row => row.Tenant == tenant && ids.Contains(row.Id), cancellationToken).ConfigureAwait(false))
                return false;
            throw;
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }
}
