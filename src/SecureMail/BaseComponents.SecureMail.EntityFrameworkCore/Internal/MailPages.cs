using System.Runtime.CompilerServices;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.Shared.Stores;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>Lists in pages, each in a context of its own: whoever reads the list may change what he reads, and no cursor stays open.</summary>
internal sealed class MailPages<TDbContext>(Scopes<TDbContext> scopes)
    where TDbContext : DbContext
{
    private const int Length = 200;

    public async IAsyncEnumerable<OutboxMail> ListAsync(string tenant, OutboxFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        MailRow? last = null;
        do
        {
            var page = await PageAsync(tenant, filter, last, cancellationToken).ConfigureAwait(false);
            foreach (var row in page)
                yield return row.ToMail();
            last = page.Count == Length ? page[^1] : null;
        }
        while (last is not null);
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
