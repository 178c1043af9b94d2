using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Routing;
using BaseComponents.Authorities.Wire.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>Asks the routing service and hands over what the verifier made of each answer.</summary>
internal sealed class DestinationRouter : IDestinationRouter, IDisposable
{
    private readonly string _name;
    private readonly string _base;
    private readonly RoutingApi _api;
    private readonly ResultPages _pages;
    private readonly RouteReader _reader;
    private readonly Dictionary<string, IssuerKeys> _issuers;
    private readonly DestinationVerifier _verifier;
    private readonly ILogger _logger;

    private DestinationRouter(string name, RoutingOptions options, Func<string, HttpClient> client, TimeProvider clock, ILogger logger)
    {
        (_name, _logger) = (name, logger);
        _base = string.Join('/', new[] { options.BaseAddress!.AbsoluteUri.TrimEnd('/'), Prefix(options) }.Where(static part => part.Length > 0));
        var limits = new RoutingLimits(options.BaseAddress, options.Timeout, options.MaxAnswerBytes, options.UserAgent);
        _api = new RoutingApi(() => client(RoutingClients.Routes(name)), limits, clock);
        _pages = new ResultPages(_api, limits, options.PageSize, options.MaxResults);
        _reader = new RouteReader(options.Version);
        _issuers = options.Issuers.ToDictionary(issuer => issuer.Name, issuer => KeysOf(issuer, options, () => client(RoutingClients.Keys(name)), clock), StringComparer.Ordinal);
        _verifier = new DestinationVerifier(_issuers, new ClaimCheck(options, clock));
    }

    public static DestinationRouter Create(IServiceProvider provider, string name, RoutingOptions options) => new(
        name,
        options,
        provider.GetRequiredService<IHttpClientFactory>().CreateClient,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILoggerFactory>().CreateLogger("BaseComponents.Authorities.Routing"));

    public Task<IReadOnlyList<Route>> FindRoutesAsync(LeikaKey service, RegionKey area, CancellationToken cancellationToken = default)
    {
        ThrowIfEmpty(area.IsEmpty, nameof(area));
        return FindAsync(service, AskedArea.Of(area), cancellationToken);
    }

    public Task<IReadOnlyList<Route>> FindRoutesAsync(LeikaKey service, MunicipalityKey municipality, CancellationToken cancellationToken = default)
    {
        ThrowIfEmpty(municipality.IsEmpty, nameof(municipality));
        return FindAsync(service, AskedArea.Of(municipality), cancellationToken);
    }

    public Task<IReadOnlyList<Route>> FindRoutesAsync(LeikaKey service, AreaId area, RegionKey place, CancellationToken cancellationToken = default)
    {
        ThrowIfEmpty(area.IsEmpty, nameof(area));
        ThrowIfEmpty(place.IsEmpty, nameof(place));
        return FindAsync(service, AskedArea.Of(area, place), cancellationToken);
    }

    public async Task<IReadOnlyList<RoutingArea>> FindAreasAsync(IReadOnlyCollection<string> expressions, CancellationToken cancellationToken = default)
    {
        var query = SearchExpression.Query(expressions);
        using var activity = Telemetry.Source.StartActivity("authorities.areas");
        var areas = await _pages.AllAsync($"{_base}/areas?{query}", "areas", AreaPageReader.Read, cancellationToken).ConfigureAwait(false);
        return [.. areas.OfType<RoutingArea>()];
    }

    public async Task<RoutingInfo> GetInfoAsync(CancellationToken cancellationToken = default) =>
        await _api.AskAsync<RoutingInfo>(get => get(new Uri($"{_base}/info"), InfoReader.Read), cancellationToken).ConfigureAwait(false);

    public void Dispose()
    {
        foreach (var keys in _issuers.Values)
            keys.Dispose();
    }

    private async Task<IReadOnlyList<Route>> FindAsync(LeikaKey service, AskedArea area, CancellationToken cancellationToken)
    {
        ThrowIfEmpty(service.IsEmpty, nameof(service));
        using var activity = Telemetry.Source.StartActivity("authorities.routes");
        var drafts = await _pages.AllAsync($"{_base}/routes?leikaKey={service}&{area.Query}", "routes", _reader.Read, cancellationToken).ConfigureAwait(false);
        var routes = new List<Route>(drafts.Count);
        foreach (var draft in drafts)
        {
            var destination = await _verifier.VerifyAsync(draft.DestinationId, draft.Signature, service, area, cancellationToken).ConfigureAwait(false);
            Count(destination, service);
            routes.Add(draft.Facts with { Destination = destination });
        }

        return routes;
    }

    private void Count(SignedDestination destination, LeikaKey service)
    {
        var outcome = destination is SignedDestination.Refused { Reason: var reason } ? reason.ToString() : nameof(SignedDestination.Verified);
        RoutingTelemetry.Destinations.Add(1, new("authorities.router", _name), new("authorities.outcome", outcome));
        if (destination is SignedDestination.Refused)
            RoutingLog.Refused(_logger, _name, service.ToString(), outcome);
    }

    private IssuerKeys KeysOf(RoutingIssuerOptions issuer, RoutingOptions options, Func<HttpClient> client, TimeProvider clock) => new(
        options,
        clock,
        new KeySetSource(issuer.Address!, client, options, clock).FetchAsync,
        exception => RoutingLog.KeysNotFetched(_logger, _name, issuer.Name, exception));

    private static string Prefix(RoutingOptions options) =>
        (options.PathPrefix ?? (options.Version == RoutingVersion.V1 ? "v1" : "v2")).Trim('/');

    private static void ThrowIfEmpty(bool isEmpty, string name)
    {
        if (isEmpty)
            throw new ArgumentException("The key is empty: it was never set.", name);
    }
}
