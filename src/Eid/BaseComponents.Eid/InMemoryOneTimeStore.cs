using System.Collections.Concurrent;

namespace BaseComponents.Eid;

/// <summary>One-time things in the memory of this process: for one node, and lost with it, which ends the log-ins that are under way. Several nodes need a store that they share.</summary>
public sealed class InMemoryOneTimeStore : IEidOneTimeStore
{
    private const int Most = 100_000;
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (byte[] Value, DateTimeOffset ExpiresAt)> _entries = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private long _nextSweep;

    /// <summary>An empty store.</summary>
    /// <param name="clock">The time; the system's where none is given.</param>
    public InMemoryOneTimeStore(TimeProvider? clock = null) => _clock = clock ?? TimeProvider.System;

    /// <inheritdoc/>
    public Task<bool> TryAddAsync(string key, ReadOnlyMemory<byte> value, DateTimeOffset expiresAt, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        cancellationToken.ThrowIfCancellationRequested();
        Sweep();
        // Marks of what was used have room of their own: whoever only begins log-ins keeps nobody from finishing theirs.
        if (_entries.Count >= (value.IsEmpty ? 2 * Most : Most))
            throw new EidException("eid.one-time-store-full", $"More than {Most} log-ins are under way; no more are begun. Is somebody flooding the log-in? Limit requests in front of the application.") { IsTransient = true };
        return Task.FromResult(_entries.TryAdd(key, (value.ToArray(), expiresAt)));
    }

    /// <inheritdoc/>
    public Task<byte[]?> TakeAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_entries.TryRemove(key, out var entry) && entry.ExpiresAt > _clock.GetUtcNow() ? entry.Value : null);
    }

    private void Sweep()
    {
        var (now, next) = (_clock.GetUtcNow(), Interlocked.Read(ref _nextSweep));
        if (now.UtcTicks < next || Interlocked.CompareExchange(ref _nextSweep, (now + BetweenSweeps).UtcTicks, next) != next)
            return;
        foreach (var (key, entry) in _entries)
            if (entry.ExpiresAt <= now)
                _entries.TryRemove(key, out _);
    }
}
