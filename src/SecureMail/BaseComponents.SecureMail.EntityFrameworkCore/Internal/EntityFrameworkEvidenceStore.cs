using BaseComponents.SecureMail.Evidence;
using BaseComponents.Shared.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>Time stamps as rows beside the mails. The version decides who changes one.</summary>
internal sealed class EntityFrameworkEvidenceStore<TDbContext>(IServiceScopeFactory factory) : IMailEvidenceStore
    where TDbContext : DbContext
{
    private readonly Scopes<TDbContext> _scopes = new(factory);

    public Task<IReadOnlyList<string>> FindUnstampedAsync(string tenant, DateTimeOffset since, int count, CancellationToken cancellationToken = default)
    {
        var from = since.UtcDateTime;
        return _scopes.WithContextAsync<IReadOnlyList<string>>(async context => await context.Set<MailRow>().AsNoTracking()
            .Where(mail => mail.Tenant == tenant && mail.CreatedAt >= from)
            .Where(mail => !context.Set<EvidenceRow>().Any(row => row.Tenant == tenant && row.MailId == mail.Id && row.Name == MailEvidence.OfMail))
            .OrderBy(mail => mail.CreatedAt)
            .Select(mail => mail.Id)
            .Take(count)
            .ToListAsync(cancellationToken).ConfigureAwait(false));
    }

    public Task<bool> TryAddAsync(MailEvidence evidence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return _scopes.WithContextAsync(async context =>
        {
            context.Add(evidence.ToRow());
            try
            {
                await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (DbUpdateException)
            {
                // Every provider has its own error for a key that exists; so the row is asked for.
                if (await context.Set<EvidenceRow>().AsNoTracking().AnyAsync(row => row.Tenant == evidence.Tenant && row.MailId == evidence.MailId && row.Name == evidence.Name, cancellationToken).ConfigureAwait(false))
                    return false;
                throw;
            }
        });
    }

    public async Task<IReadOnlyList<MailEvidence>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default)
    {
        var at = now.UtcDateTime;
        var due = await _scopes.WithContextAsync(context => context.Set<EvidenceRow>().AsNoTracking().Where(row => row.Tenant == tenant && row.DueAt <= at)
            .OrderBy(row => row.DueAt).Take(count).ToListAsync(cancellationToken)).ConfigureAwait(false);
        var claimed = new List<MailEvidence>(due.Count);
        foreach (var row in due)
        {
            var leased = row.ToEvidence() with { DueAt = leaseUntil };
            if (await TryUpdateAsync(leased, cancellationToken).ConfigureAwait(false))
                claimed.Add(leased with { Version = leased.Version + 1 });
        }

        return claimed;
    }

    public Task<bool> TryUpdateAsync(MailEvidence evidence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return _scopes.WithContextAsync(async context =>
        {
            var entry = context.Update(evidence.ToRow());
            entry.Property(static row => row.Version).CurrentValue = evidence.Version + 1;
            try
            {
                await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }
        });
    }

    public Task<IReadOnlyList<MailEvidence>> FindAsync(string tenant, string mailId, CancellationToken cancellationToken = default) => _scopes.WithContextAsync<IReadOnlyList<MailEvidence>>(async context =>
        [.. (await context.Set<EvidenceRow>().AsNoTracking().Where(row => row.Tenant == tenant && row.MailId == mailId).OrderBy(row => row.Name).ToListAsync(cancellationToken).ConfigureAwait(false)).Select(static row => row.ToEvidence())]);

    public Task EraseDataAsync(string tenant, string mailId, CancellationToken cancellationToken = default) => _scopes.WithContextAsync(context => context.Set<EvidenceRow>()
        .Where(row => row.Tenant == tenant && row.MailId == mailId && row.Data != null)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.Data, (byte[]?)null).SetProperty(row => row.Version, row => row.Version + 1), cancellationToken));

    public Task<int> DeleteBeforeAsync(string tenant, DateTimeOffset createdBefore, CancellationToken cancellationToken = default)
    {
        var before = createdBefore.UtcDateTime;
        return _scopes.WithContextAsync(context => context.Set<EvidenceRow>().Where(row => row.Tenant == tenant && row.CreatedAt < before).ExecuteDeleteAsync(cancellationToken));
    }
}
