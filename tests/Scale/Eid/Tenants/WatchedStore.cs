using BaseComponents.Eid;

namespace BaseComponents.Tests.Scale.Eid.Tenants;

/// <summary>The store of all towns, in the hands of an attacker who can read and write it.</summary>
internal sealed class WatchedStore : IEidOneTimeStore
{
    private static readonly DateTimeOffset Later = DateTimeOffset.UtcNow.AddYears(1);
    private readonly InMemoryOneTimeStore _store = new();

    /// <summary>What was put last.</summary>
    public (string Key, byte[] Value) Last { get; private set; }

    public Task<bool> TryAddAsync(string key, ReadOnlyMemory<byte> value, DateTimeOffset expiresAt, CancellationToken cancellationToken = default)
    {
        Last = (key, value.ToArray());
        return _store.TryAddAsync(key, value, Later, cancellationToken);
    }

    public Task<byte[]?> TakeAsync(string key, CancellationToken cancellationToken = default) => _store.TakeAsync(key, cancellationToken);

    public async Task ReplaceAsync(string key, byte[] value)
    {
        if (await _store.TakeAsync(key) is null)
            throw new InvalidOperationException("There was nothing to replace.");
        await _store.TryAddAsync(key, value, Later);
    }
}
