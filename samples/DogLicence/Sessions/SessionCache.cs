using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;

namespace DogLicence.Sessions;

/// <summary>
/// Keeps log-ins on the disk, so that a restart logs nobody out. Each change is one statement: a look cannot bring back what a log-out has just deleted.
/// With more than one node Redis takes its place (<c>Cluster:Redis</c>).
/// </summary>
public sealed class SessionCache(IServiceScopeFactory scopes, TimeProvider clock) : IDistributedCache
{
    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => RunAsync(async db =>
    {
        var now = Now();
        await TouchAsync(db, key, now, token);
        return await db.Sessions.Where(s => s.Key == key && s.GoneAt > now).Select(s => s.Content).FirstOrDefaultAsync(token);
    });

    public Task RefreshAsync(string key, CancellationToken token = default) => RunAsync(db => TouchAsync(db, key, Now(), token));

    public Task RemoveAsync(string key, CancellationToken token = default) => RunAsync(db => db.Sessions.Where(s => s.Key == key).ExecuteDeleteAsync(token));

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) => RunAsync(async db =>
    {
        var now = Now();
        await db.Sessions.Where(s => s.Key == key || s.GoneAt <= now).ExecuteDeleteAsync(token);
        var ends = options.AbsoluteExpiration?.ToUnixTimeMilliseconds() ?? throw new ArgumentException("A log-in without an end is not kept.", nameof(options));
        var idle = (long?)options.SlidingExpiration?.TotalMilliseconds;
        db.Add(new SessionRow { Key = key, Content = value, EndsAt = ends, Idle = idle, GoneAt = Math.Min(ends, now + (idle ?? long.MaxValue / 2)) });
        return await db.SaveChangesAsync(token);
    });

    public byte[]? Get(string key) => throw Blocking();

    public void Refresh(string key) => throw Blocking();

    public void Remove(string key) => throw Blocking();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw Blocking();

    private static Task<int> TouchAsync(SessionDb db, string key, long now, CancellationToken token) => db.Sessions
        .Where(s => s.Key == key && s.GoneAt > now && s.Idle != null)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.GoneAt, s => now + s.Idle!.Value < s.EndsAt ? now + s.Idle!.Value : s.EndsAt), token);

    private async Task<T> RunAsync<T>(Func<SessionDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SessionDb>());
    }

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static NotSupportedException Blocking() => new("Log-ins are kept asynchronously only.");
}
