using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>A scope and a context of its own for each operation: nothing that an earlier one left in the context gets into the next.</summary>
internal sealed class Scopes<TDbContext>(IServiceScopeFactory scopes)
    where TDbContext : DbContext
{
    public async Task<T> WithContextAsync<T>(Func<TDbContext, Task<T>> use)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            return await use(scope.ServiceProvider.GetRequiredService<TDbContext>()).ConfigureAwait(false);
    }

    /// <summary>The work in one transaction; a provider that retries runs it again from the beginning, in a new context.</summary>
    public Task<T> InTransactionAsync<T>(Func<TDbContext, Task<T>> use, CancellationToken cancellationToken) =>
        WithContextAsync(outer => outer.Database.CreateExecutionStrategy().ExecuteAsync(
            token => WithContextAsync(context => CommitAsync(context, use, token)), cancellationToken));

    private static async Task<T> CommitAsync<T>(TDbContext context, Func<TDbContext, Task<T>> use, CancellationToken cancellationToken)
    {
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var result = await use(context).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
    }

    public async IAsyncEnumerable<TResult> StreamAsync<TRow, TResult>(
        Func<IQueryable<TRow>, IQueryable<TRow>> select, Func<TRow, TResult> map, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        where TRow : class
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var rows = select(scope.ServiceProvider.GetRequiredService<TDbContext>().Set<TRow>().AsNoTracking()).AsAsyncEnumerable();
            await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
                yield return map(row);
        }
    }
}
