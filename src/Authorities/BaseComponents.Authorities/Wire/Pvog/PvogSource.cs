using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Internal.Live;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Pvog;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>The search service of the portal network as a live source of one registration.</summary>
internal sealed class PvogSource : ILiveSource, IDisposable
{
    private readonly Func<PvogOptions> _settings;
    private readonly PvogCalls _calls;
    private readonly PvogCache _cache;
    private readonly TimeProvider _clock;

    public PvogSource(Func<PvogOptions> settings, Func<HttpClient> client, PvogCache cache, TimeProvider clock)
    {
        (_settings, _cache, _clock) = (settings, cache, clock);
        _calls = new PvogCalls(client, settings, new PvogPace(clock), clock);
    }

    public AnswerSource Source => AnswerSource.Pvog;

    public int MostMunicipalities => _settings().MaxMunicipalities;

    public static PvogSource Create(IServiceProvider provider, string name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<PvogOptions>>();
        var clients = provider.GetRequiredService<IHttpClientFactory>();
        var clock = provider.GetRequiredService<TimeProvider>();
        var first = options.Get(name);
        var store = new PvogStore(name, first.CacheBytes, first.ShareCache ? provider.GetService<IDistributedCache>() : null, provider.GetRequiredService<ILogger<PvogSource>>());
        return new PvogSource(() => Settings(options, name), () => clients.CreateClient(PvogCalls.ClientName(name)), new PvogCache(name, store, clock), clock);
    }

    public Task<IReadOnlyList<Municipality>> FindPlacesAsync(string text, LiveReading reading, CancellationToken cancellationToken) => InTimeAsync<IReadOnlyList<Municipality>>(
        async (options, token) => [.. PvogPlaces.Municipalities(await Client(options, reading).PlacesAsync(text, token).ConfigureAwait(false))],
        cancellationToken);

    public Task<Competence> ResolveAsync(LiveQuestion question, RegionKey area, LiveReading reading, CancellationToken cancellationToken) => InTimeAsync(
        (options, token) => new PvogResolver(Client(options, reading), options, question, reading).ResolveAsync(area, token),
        cancellationToken);

    public void Dispose() => _cache.Dispose();

    private PvogClient Client(PvogOptions options, LiveReading reading) => new(_calls, _cache, options, reading);

    private async Task<T> InTimeAsync<T>(Func<PvogOptions, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        var options = _settings();
        using var timeout = new CancellationTokenSource(options.QuestionTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await ask(options, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw LiveFailures.TimedOut(AnswerSource.Pvog, options.QuestionTimeout, exception);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or AuthoritiesException))
        {
            // What a source sends must not be able to end the application that asks it.
            throw LiveFailures.Unexpected(AnswerSource.Pvog, exception);
        }
    }

    private static PvogOptions Settings(IOptionsMonitor<PvogOptions> options, string name)
    {
        try
        {
            return options.Get(name);
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
        {
            throw Failures.Configuration(exception);
        }
    }
}
