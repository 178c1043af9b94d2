using BaseComponents.Authorities.Routing;

namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>
/// The keys of one issuer, fetched when they are needed: one fetch at a time, never more often than the settings allow, whatever signatures
/// name. A key that is gone from the set is gone with the next fetch; old keys outlive a fetch that fails for a bounded time.
/// </summary>
internal sealed class IssuerKeys(RoutingOptions options, TimeProvider clock, Func<CancellationToken, Task<KeySet>> fetchAsync, Action<Exception> failed) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Fetched? _fetched;
    private long? _tried;
    private bool _failed;

    public async ValueTask<KeyFinding> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (_fetched is { } fetched && IsFresh(fetched) && fetched.Set.Keys.ContainsKey(keyId))
            return In(fetched.Set, keyId);
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Whoever waited finds what the one before has fetched.
            if (!(_fetched is { } now && IsFresh(now) && now.Set.Keys.ContainsKey(keyId)) && MayFetch())
                await FetchAsync(cancellationToken).ConfigureAwait(false);
            return Answer(keyId);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var set = await fetchAsync(cancellationToken).ConfigureAwait(false);
            (_tried, _failed) = (clock.GetTimestamp(), false);
            _fetched = new Fetched(set, clock.GetTimestamp());
        }
        catch (AuthoritiesException exception)
        {
            (_tried, _failed) = (clock.GetTimestamp(), true);
            failed(exception);
        }
    }

    private KeyFinding Answer(string keyId)
    {
        if (_fetched is not { } fetched || clock.GetElapsedTime(fetched.At) >= options.KeyLifetime + options.StaleKeyLifetime)
            return new KeyFinding(KeyState.Unavailable);
        var finding = In(fetched.Set, keyId);
        // Old keys cannot tell that there is no such new one.
        return finding.State == KeyState.Unknown && _failed ? new KeyFinding(KeyState.Unavailable) : finding;
    }

    private static KeyFinding In(KeySet set, string keyId) => set.Keys.TryGetValue(keyId, out var key)
        ? key is { } parameters ? new KeyFinding(KeyState.Found, parameters) : new KeyFinding(KeyState.Unfit)
        : new KeyFinding(KeyState.Unknown);

    private bool IsFresh(Fetched fetched) => clock.GetElapsedTime(fetched.At) < options.KeyLifetime;

    private bool MayFetch() => _tried is not { } tried || clock.GetElapsedTime(tried) >= options.KeyRefetchInterval;

    private sealed record Fetched(KeySet Set, long At);
}
