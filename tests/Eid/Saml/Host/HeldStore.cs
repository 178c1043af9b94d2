using BaseComponents.Eid;

namespace BaseComponents.Tests.Eid.Saml.Host;

/// <summary>A store in memory that counts who takes, and holds up the next one if told to.</summary>
internal sealed class HeldStore : IEidOneTimeStore
{
    private readonly InMemoryOneTimeStore _store = new(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Forge.Parties.Now));
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _hold;
    private int _taken;

    public int Taken => _taken;

    public void Hold() => _hold = 1;

    public Task IsHeldAsync() => _held.Task;

    public void Release() => _release.SetResult();

    public Task<bool> TryAddAsync(string key, ReadOnlyMemory<byte> value, DateTimeOffset expiresAt, CancellationToken cancellationToken = default) =>
        _store.TryAddAsync(key, value, expiresAt, cancellationToken);

    public async Task<byte[]?> TakeAsync(string key, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _taken);
        if (Interlocked.Exchange(ref _hold, 0) == 1)
        {
            _held.SetResult();
            await _release.Task.WaitAsync(cancellationToken);
        }

        return await _store.TakeAsync(key, cancellationToken);
    }
}
