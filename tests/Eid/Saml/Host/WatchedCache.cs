using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace BaseComponents.Tests.Eid.Saml.Host;

/// <summary>A cache shared by several applications, by their clock; the test looks into it, spoils it and breaks it.</summary>
internal sealed class WatchedCache
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public bool Fails { get; set; }

    public Dictionary<string, byte[]> Entries => _entries.ToDictionary(entry => entry.Key, entry => entry.Value.Value);

    public void Clear() => _entries.Clear();

    public void Spoil()
    {
        foreach (var (key, entry) in _entries)
            _entries[key] = entry with { Value = [.. entry.Value.Reverse()] };
    }

    public IDistributedCache On(TimeProvider clock) => new Node(this, clock);

    private sealed record Entry(byte[] Value, DateTimeOffset End, TimeSpan? Idle, DateTimeOffset LastAsked);

    private sealed class Node(WatchedCache cache, TimeProvider clock) : IDistributedCache
    {
        public byte[]? Get(string key) => throw new NotSupportedException("Only the asynchronous methods are used.");

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException("Only the asynchronous methods are used.");

        public void Refresh(string key) => throw new NotSupportedException("Only the asynchronous methods are used.");

        public void Remove(string key) => throw new NotSupportedException("Only the asynchronous methods are used.");

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default)
        {
            var now = clock.GetUtcNow();
            if (!cache._entries.TryGetValue(key, out var entry))
                return Task.FromResult<byte[]?>(null);
            if (entry.End <= now || entry.LastAsked + entry.Idle <= now)
            {
                cache._entries.TryRemove(key, out _);
                return Task.FromResult<byte[]?>(null);
            }

            cache._entries.TryUpdate(key, entry with { LastAsked = now }, entry);
            return Task.FromResult<byte[]?>(entry.Value);
        }

        public Task RefreshAsync(string key, CancellationToken token = default) => GetAsync(key, token);

        public Task RemoveAsync(string key, CancellationToken token = default)
        {
            cache._entries.TryRemove(key, out _);
            return Task.CompletedTask;
        }

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            if (cache.Fails)
                throw new IOException("The cache is lost.");
            cache._entries[key] = new Entry(value, options.AbsoluteExpiration ?? DateTimeOffset.MaxValue, options.SlidingExpiration, clock.GetUtcNow());
            return Task.CompletedTask;
        }
    }
}
