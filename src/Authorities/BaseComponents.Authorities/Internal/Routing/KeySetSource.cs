using BaseComponents.Authorities.Routing;
using BaseComponents.Authorities.Wire.Routing;

namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>Where one issuer's keys are fetched.</summary>
internal sealed class KeySetSource(Uri address, Func<HttpClient> client, RoutingOptions options, TimeProvider clock)
{
    private const long MostBytes = 1024 * 1024;
    private readonly RoutingApi _api = new(client, new RoutingLimits(address, options.Timeout, MostBytes, options.UserAgent), clock);

    /// <exception cref="AuthoritiesException">They cannot be fetched.</exception>
    public Task<KeySet> FetchAsync(CancellationToken cancellationToken) =>
        _api.AskAsync<KeySet>(get => get(address, root => KeySetReader.Read(root, options.MinimumKeyBits)), cancellationToken);
}
