using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>An answer, and when the service gave it.</summary>
/// <param name="Value">The answer; null where the service has nothing.</param>
/// <param name="At">When it was given.</param>
/// <param name="IsStale">Whether it is older than wanted, and used since the service fails.</param>
/// <param name="Failure">Why it is stale; none if it is not.</param>
internal sealed record PvogKept<T>(T? Value, DateTimeOffset At, bool IsStale = false, AuthoritiesException? Failure = null)
    where T : class;

/// <summary>How long answers are kept.</summary>
internal readonly record struct PvogKeeping(TimeSpan Fresh, TimeSpan StaleIfError, bool IsShared);

/// <summary>
/// Keeps answers of one registration in a cache of its own, whose size is bounded. Whoever asks for the same at the same time waits for one
/// request. What is kept are the members that are read of an answer, never the answer itself.
/// </summary>
internal sealed class PvogCache : IDisposable
{
    private const int HeadLength = 9;
    private static readonly TimeSpan RefreshedFor = TimeSpan.FromMinutes(1);
    private readonly string _tenant;
    private readonly TimeProvider _clock;
    private readonly ServiceProvider _services;
    private readonly HybridCache _cache;

    public PvogCache(string tenant, int bytes, IDistributedCache? shared, TimeProvider clock)
    {
        (_tenant, _clock) = (Uri.EscapeDataString(tenant), clock);
        var services = new ServiceCollection();
        services.AddMemoryCache(options => options.SizeLimit = bytes);
        if (shared is not null)
            services.AddSingleton(shared);
        services.AddHybridCache(options => options.MaximumPayloadBytes = bytes);
        _services = services.BuildServiceProvider();
        _cache = _services.GetRequiredService<HybridCache>();
    }

    /// <summary>The kept answer while it is fresh; otherwise a new one; the kept one for some more time where there is no new one.</summary>
    /// <exception cref="AuthoritiesException">There is no new answer, and no old one that may be used.</exception>
    public async Task<PvogKept<T>> GetAsync<T>(string address, PvogKeeping keeping, JsonTypeInfo<T> type, Func<CancellationToken, Task<T?>> ask, CancellationToken cancellationToken)
        where T : class
    {
        var key = $"authorities:{_tenant}:pvog:{address}";
        var flags = keeping.IsShared ? HybridCacheEntryFlags.None : HybridCacheEntryFlags.DisableDistributedCache;
        var whole = new HybridCacheEntryOptions { Expiration = AtLeast(keeping.Fresh + keeping.StaleIfError), Flags = flags };
        async ValueTask<byte[]> Asked(CancellationToken token) => Write(await ask(token).ConfigureAwait(false), type);

        var kept = Read(await _cache.GetOrCreateAsync(key, Asked, whole, cancellationToken: cancellationToken).ConfigureAwait(false), type);
        if (kept is not null && IsWithin(kept, keeping.Fresh))
            return kept;
        try
        {
            // One request for all who met the same old answer.
            var brief = new HybridCacheEntryOptions { Expiration = RefreshedFor, Flags = flags };
            var bytes = await _cache.GetOrCreateAsync($"{key}:after:{kept?.At.UtcTicks ?? 0}", Asked, brief, cancellationToken: cancellationToken).ConfigureAwait(false);
            await _cache.SetAsync(key, bytes, whole, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (Read(bytes, type) is { } renewed)
                return renewed;
        }
        catch (AuthoritiesException failure) when (kept is not null && IsWithin(kept, keeping.Fresh + keeping.StaleIfError))
        {
            return kept with { IsStale = true, Failure = failure };
        }

        // What lies in a shared cache may be anybody's.
        return new PvogKept<T>(await ask(cancellationToken).ConfigureAwait(false), _clock.GetUtcNow());
    }

    public void Dispose() => _services.Dispose();

    // An entry that is never kept cannot be waited for by others.
    private static TimeSpan AtLeast(TimeSpan time) => time > TimeSpan.FromSeconds(1) ? time : TimeSpan.FromSeconds(1);

    // Clocks of several machines differ a little; an answer of tomorrow would be kept for ever.
    private bool IsWithin<T>(PvogKept<T> kept, TimeSpan longest)
        where T : class
    {
        var age = _clock.GetUtcNow() - kept.At;
        return age <= longest && age >= -RefreshedFor;
    }

    private byte[] Write<T>(T? value, JsonTypeInfo<T> type)
        where T : class
    {
        var json = value is null ? [] : JsonSerializer.SerializeToUtf8Bytes(value, type);
        var bytes = new byte[HeadLength + json.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, _clock.GetUtcNow().UtcTicks);
        bytes[HeadLength - 1] = value is null ? (byte)0 : (byte)1;
        json.CopyTo(bytes, HeadLength);
        return bytes;
    }

    private static PvogKept<T>? Read<T>(byte[] bytes, JsonTypeInfo<T> type)
        where T : class
    {
        if (bytes.Length < HeadLength || BinaryPrimitives.ReadInt64LittleEndian(bytes) is var ticks && (ticks < 0 || ticks > DateTime.MaxValue.Ticks))
            return null;
        try
        {
            var value = bytes[HeadLength - 1] == 0 ? null : JsonSerializer.Deserialize(bytes.AsSpan(HeadLength), type);
            return new PvogKept<T>(value, new DateTimeOffset(ticks, TimeSpan.Zero));
        }
        catch (JsonException)
        {
            // Not ours: it is asked for anew.
            return null;
        }
    }
}
