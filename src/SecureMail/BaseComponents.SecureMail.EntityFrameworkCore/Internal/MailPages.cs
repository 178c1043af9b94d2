using System.Runtime.CompilerServices;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.Shared.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>Lists in pages, each in a context of its own: whoever reads the list may change what he reads, and no cursor stays open.</summary>
internal sealed class MailPages<TDbContext>(Scopes<TDbContext> scopes, ILogger logger)
    where TDbContext : DbContext
{
    private const int Length = 200;

    public async IAsyncEnumerable<OutboxMail> ListAsync(string tenant, OutboxFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        MailRow? last = null;
        do
        {
            var page = await PageAsync(tenant, filter, last, cancellationToken).ConfigureAwait(false);
            foreach (var mail in page.Select(row => Read(row, filter)).OfType<OutboxMail>())
                yield return mail;
            last = page.Count == Length ? page[^1] : null;
        }
        while (last is not null);
    }

    private OutboxMail? Read(MailRow row, OutboxFilter filter)
    {
        var mail = row.ToMailOrNull(logger);
        return mail is not null || filter.SkipsUnreadable ? mail : throw new SecureMailException(
            SecureMailErrors.OutboxDamaged, $"The list ends at mail {row.Id} of the outbox, whose row cannot be read: it was changed by hand, or written by a newer package. Mend or delete the row, or list with SkipsUnreadable.");
    }

    private Task<List<MailRow>> PageAsync(string tenant, OutboxFilter filter, MailRow? last, CancellationToken cancellationToken) => scopes.WithContextAsync(context =>
    {
        var rows = Filtered(context.Set<MailRow>().AsNoTracking().Where(row => row.Tenant == tenant), filter);
        // The database compares: by its own order, the one it sorts by.
#pragma warning disable CA1309
        if (last is { CreatedAt: var at, Id: var id })
            rows = rows.Where(row => row.CreatedAt > at || (row.CreatedAt == at && string.Compare(row.Id, id) > 0));
#pragma warning restore CA1309
        return rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).Take(Length).ToListAsync(cancellationToken);
    });

    private static IQueryable<MailRow> Filtered(IQueryable<MailRow> rows, OutboxFilter filter)
    {
        if (filter.Phases.Count > 0)
        {
            var phases = filter.Phases.Select(static phase => phase.ToString()).ToArray();
            rows = rows.Where(row => phases.Contains(row.Phase));
        }

        if (filter.UpdatedBefore?.UtcDateTime is { } before)
            rows = rows.Where(row => row.UpdatedAt < before);
        return filter.HasContent is { } wanted ? rows.Where(row => row.HasContent == wanted) : rows;
    }
}
