using BaseComponents.SecureMail.Outbox;
using BaseComponents.Shared.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>
/// Takes what is due. On PostgreSQL rows that another instance is taking are skipped, so that any number of instances share the work without waiting
/// for each other; elsewhere the version decides who gets a row (SQLite has a single writer anyway).
/// </summary>
internal sealed class DueClaims<TDbContext>(Scopes<TDbContext> scopes, ILogger logger)
    where TDbContext : DbContext
{
    private const string PostgreSql = "Npgsql.EntityFrameworkCore.PostgreSQL";

    public async Task<IReadOnlyList<OutboxMail>> ClaimAsync(string tenant, DateTime now, DateTime leaseUntil, int count, CancellationToken cancellationToken)
    {
        var skipsLocked = await scopes.WithContextAsync(static context => Task.FromResult(context.Database.ProviderName == PostgreSql)).ConfigureAwait(false);
        var rows = skipsLocked
            ? await scopes.InTransactionAsync(context => ClaimUnlockedAsync(context, tenant, now, leaseUntil, count, cancellationToken), cancellationToken).ConfigureAwait(false)
            : await ClaimOneByOneAsync(tenant, now, leaseUntil, count, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToMailOrNull(logger)).OfType<OutboxMail>()];
    }

    private static async Task<IReadOnlyList<MailRow>> ClaimUnlockedAsync(
        TDbContext context, string tenant, DateTime now, DateTime leaseUntil, int count, CancellationToken cancellationToken)
    {
        var rows = await context.Set<MailRow>().FromSqlRaw(SelectUnlocked(context), tenant, now, count).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var row in rows)
            (row.DueAt, row.Version) = (leaseUntil, row.Version + 1);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return rows;
    }

    // Names come from the model: the application may have changed them.
    private static string SelectUnlocked(TDbContext context)
    {
        var entity = context.Model.FindEntityType(typeof(MailRow))!;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var sql = context.GetService<ISqlGenerationHelper>();
        string Column(string property) => sql.DelimitIdentifier(entity.FindProperty(property)!.GetColumnName(table)!);
        var due = Column(nameof(MailRow.DueAt));
        return $"SELECT * FROM {sql.DelimitIdentifier(table.Name, table.Schema)} WHERE {Column(nameof(MailRow.Tenant))} = {{0}} AND {due} <= {{1}} ORDER BY {due} LIMIT {{2}} FOR UPDATE SKIP LOCKED";
    }

    private async Task<IReadOnlyList<MailRow>> ClaimOneByOneAsync(string tenant, DateTime now, DateTime leaseUntil, int count, CancellationToken cancellationToken)
    {
        var due = await scopes.WithContextAsync(context => context.Set<MailRow>().AsNoTracking().Where(row => row.Tenant == tenant)
            .Where(row => row.DueAt <= now)
            .OrderBy(row => row.DueAt)
            .Take(count)
            .ToListAsync(cancellationToken)).ConfigureAwait(false);
        var claimed = new List<MailRow>(due.Count);
        foreach (var row in due)
        {
            if (await TryLeaseAsync(row, leaseUntil, cancellationToken).ConfigureAwait(false))
                claimed.Add(row);
        }

        return claimed;
    }

    private async Task<bool> TryLeaseAsync(MailRow row, DateTime until, CancellationToken cancellationToken)
    {
        var read = row.Version;
        (row.DueAt, row.Version) = (until, read + 1);
        return await scopes.WithContextAsync(context => context.Set<MailRow>()
            .Where(stored => stored.Tenant == row.Tenant && stored.Id == row.Id && stored.Version == read)
            .ExecuteUpdateAsync(set => set.SetProperty(stored => stored.Version, read + 1).SetProperty(stored => stored.DueAt, until), cancellationToken)).ConfigureAwait(false) == 1;
    }
}
