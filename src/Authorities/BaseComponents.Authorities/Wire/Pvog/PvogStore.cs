using BaseComponents.Authorities.Internal;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>Where answers lie: in the process, bounded in bytes, and beside it in the application's distributed cache where the settings say so.</summary>
internal sealed class PvogStore(string registration, int bytes, IDistributedCache? shared, ILogger log) : IDisposable
{
    private readonly MemoryCache _near = new(new MemoryCacheOptions { SizeLimit = bytes });

    public byte[]? Near(string key) => _near.Get<byte[]>(key);

    public async Task<byte[]?> FarAsync(string key, CancellationToken cancellationToken)
    {
        if (shared is null)
            return null;
        try
        {
            return await shared.GetAsync(key, cancellationToken).ConfigureAwait(false) is { } found && found.Length <= bytes ? found : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A cache that fails costs a request, never an answer.
            Log.SharedCacheFailed(log, registration, exception.GetType().Name);
            return null;
        }
    }

    public void KeepNear(string key, byte[] value, TimeSpan time) =>
        _near.Set(key, value, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = AtLeast(time), Size = value.Length });

    public async Task KeepFarAsync(string key, byte[] value, TimeSpan time)
    {
        if (shared is null)
            return;
        try
        {
            await shared.SetAsync(key, value, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = AtLeast(time) }).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Log.SharedCacheFailed(log, registration, exception.GetType().Name);
        }
    }

    public void Dispose() => _near.Dispose();

    // Caches take no time of zero.
    private static TimeSpan AtLeast(TimeSpan time) => time > TimeSpan.FromSeconds(1) ? time : TimeSpan.FromSeconds(1);
}
