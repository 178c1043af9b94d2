using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Shared.Stores;

/// <summary>A scope and a context of its own for each operation: nothing that an earlier one left in the context gets into the next.</summary>
internal sealed class Scopes<TDbContext>(IServiceScopeFactory scopes)
    where TDbContext : DbContext
{
    public Task<T> WithContextAsync<T>(Func<TDbContext, Task<T>> use) => InScopeAsync(services => use(Context(services)));

    /// <summary>The work in one transaction; a provider that retries runs it again from the beginning, in a new context.</summary>
    public Task<T> InTransactionAsync<T>(Func<TDbContext, Task<T>> use, CancellationToken cancellationToken) =>
        InTransactionAsync((_, context) => use(context), cancellationToken);

    /// <summary>The same for work that needs other services of the scope: they share its context, and so the transaction.</summary>
    public Task<T> InTransactionAsync<T>(Func<IServiceProvider, TDbContext, Task<T>> use, CancellationToken cancellationToken) => InScopeAsync(services =>
    {
        var strategy = Context(services).Database.CreateExecutionStrategy();
        return strategy.RetriesOnFailure
            ? strategy.ExecuteAsync(token => InScopeAsync(again => CommitAsync(again, use, token)), cancellationToken)
            : CommitAsync(services, use, cancellationToken);
    });

    private static async Task<T> CommitAsync<T>(IServiceProvider services, Func<IServiceProvider, TDbContext, Task<T>> use, CancellationToken cancellationToken)
    {
        var context = Context(services);
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var result = await use(services, context).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
    }

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> use)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            return await use(scope.ServiceProvider).ConfigureAwait(false);
    }

    private static TDbContext Context(IServiceProvider services) => services.GetRequiredService<TDbContext>();

    public async IAsyncEnumerable<TResult> StreamAsync<TRow, TResult>(
        Func<IQueryable<TRow>, IQueryable<TRow>> select, Func<TRow, TResult> map, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        where TRow : class
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var rows = select(Context(scope.ServiceProvider).Set<TRow>().AsNoTracking()).AsAsyncEnumerable();
            await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
                yield return map(row);
        }
    }
}
