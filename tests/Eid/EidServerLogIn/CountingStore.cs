using BaseComponents.Eid;

namespace BaseComponents.Tests.Eid.EidServerLogIn;

/// <summary>A store that only counts who asks, and gives nothing.</summary>
internal sealed class CountingStore : IEidOneTimeStore
{
    private int _calls;

    public int Calls => _calls;

    public Task<bool> TryAddAsync(string key, ReadOnlyMemory<byte> value, DateTimeOffset expiresAt, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _calls);
        return Task.FromResult(true);
    }

    public Task<byte[]?> TakeAsync(string key, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _calls);
        return Task.FromResult<byte[]?>(null);
    }
}
