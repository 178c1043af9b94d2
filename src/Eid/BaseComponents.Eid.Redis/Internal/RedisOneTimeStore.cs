using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace BaseComponents.Eid.Redis.Internal;

/// <summary>One-time things in Redis: SET … NX with an expiry, and GETDEL, always at the primary.</summary>
internal sealed class RedisOneTimeStore(RedisConnection connection, IOptions<EidRedisOptions> options, TimeProvider clock) : IEidOneTimeStore
{
    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(1);

    public Task<bool> TryAddAsync(string key, ReadOnlyMemory<byte> value, DateTimeOffset expiresAt, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        // Relative: the clock of Redis may differ from ours. What has expired already is kept for a moment all the same, so that nobody uses it twice.
        var left = expiresAt - clock.GetUtcNow();
        var life = left > ShortestLife ? left : ShortestLife;
        return RunAsync(database => database.StringSetAsync(Key(key), value, life, When.NotExists, CommandFlags.DemandMaster), cancellationToken);
    }

    public Task<byte[]?> TakeAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return RunAsync(async database => (byte[]?)await database.StringGetDeleteAsync(Key(key), CommandFlags.DemandMaster).ConfigureAwait(false), cancellationToken);
    }

    private RedisKey Key(string key) => options.Value.KeyPrefix + key;

    // An operation whose answer is lost may have been done: nobody gets the value then, and nobody is let in.
    private async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> operation, CancellationToken cancellationToken)
    {
        try
        {
            return await AnswerAsync(operation, cancellationToken).WaitAsync(options.Value.Timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            throw new EidException("eid.one-time-store-lost", "Redis does not answer in time, or refuses the command; no log-in is begun or ended without it. Is it running and reachable, and is there memory left?", exception) { IsTransient = true };
        }
    }

    private async Task<T> AnswerAsync<T>(Func<IDatabase, Task<T>> operation, CancellationToken cancellationToken) =>
        await operation(await connection.DatabaseAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
}
