using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;

namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>How long answers are kept.</summary>
internal readonly record struct PvogKeeping(TimeSpan Fresh, TimeSpan StaleIfError, bool IsShared);

/// <summary>
/// Keeps answers of one registration. Whoever asks for the same at the same time waits for one request. What is kept are the members that are read of an answer, never the answer itself.
/// </summary>
/// <remarks>docs/adr/0026-live-values.md says why this is not the framework's HybridCache.</remarks>
internal sealed class PvogCache(string tenant, PvogStore store, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> _running = new(StringComparer.Ordinal);
    private readonly string _prefix = $"authorities:{Uri.EscapeDataString(tenant)}:pvog:";

    /// <summary>The kept answer while it is fresh; otherwise a new one; the kept one for some more time where there is no new one.</summary>
    /// <exception cref="AuthoritiesException">There is no new answer, and no old one that may be used.</exception>
    public async Task<PvogKept<T>> GetAsync<T>(string address, PvogKeeping keeping, JsonTypeInfo<T> type, Func<CancellationToken, Task<T?>> ask, CancellationToken cancellationToken)
        where T : class
    {
        var key = _prefix + address;
        if (Fresh(store.Near(key), keeping, type) is { } near)
            return near;
        async Task<byte[]> Renewed() => await RenewAsync(key, keeping, type, ask).ConfigureAwait(false);
        try
        {
            return PvogKeptBytes.Read(await OnceAsync(key, Renewed).WaitAsync(cancellationToken).ConfigureAwait(false), type)!;
        }
        catch (AuthoritiesException failure) when (PvogKeptBytes.Read(store.Near(key), type) is { } old && IsWithin(old.At, keeping.Fresh + keeping.StaleIfError))
        {
            return old with { IsStale = true, Failure = failure };
        }
    }

    public void Dispose() => store.Dispose();

    // It goes on where the one who began it leaves: others may wait for it. The request's own limits of time end it.
    private async Task<byte[]> RenewAsync<T>(string key, PvogKeeping keeping, JsonTypeInfo<T> type, Func<CancellationToken, Task<T?>> ask)
        where T : class
    {
        // Whoever came too late for the request before has its answer here.
        if (store.Near(key) is { } justNow && Fresh(justNow, keeping, type) is not null)
            return justNow;
        var longest = keeping.Fresh + keeping.StaleIfError;
        if (keeping.IsShared && await store.FarAsync(key, CancellationToken.None).ConfigureAwait(false) is { } far && PvogKeptBytes.Read(far, type) is { } found && IsWithin(found.At, longest))
        {
            store.KeepNear(key, far, longest);
            if (IsWithin(found.At, keeping.Fresh))
                return far;
        }

        var bytes = PvogKeptBytes.Write(await ask(CancellationToken.None).ConfigureAwait(false), clock.GetUtcNow(), type);
        store.KeepNear(key, bytes, longest);
        if (keeping.IsShared)
            await store.KeepFarAsync(key, bytes, longest).ConfigureAwait(false);
        return bytes;
    }

    private async Task<byte[]> OnceAsync(string key, Func<Task<byte[]>> renew)
    {
        var mine = new Lazy<Task<byte[]>>(() => Task.Run(renew));
        var running = _running.GetOrAdd(key, mine);
        try
        {
            return await running.Value.ConfigureAwait(false);
        }
        finally
        {
            _running.TryRemove(KeyValuePair.Create(key, running));
        }
    }

    private PvogKept<T>? Fresh<T>(byte[]? bytes, PvogKeeping keeping, JsonTypeInfo<T> type)
        where T : class => PvogKeptBytes.Read(bytes, type) is { } kept && IsWithin(kept.At, keeping.Fresh) ? kept : null;

    // Clocks of several machines differ a little; an answer of tomorrow would be kept for ever.
    private bool IsWithin(DateTimeOffset at, TimeSpan longest)
    {
        var age = clock.GetUtcNow() - at;
        return age <= longest && age >= -ClocksDiffer;
    }
}
