using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Routing;

namespace BaseComponents.Authorities.Testing;

/// <summary>
/// A router without a routing service, for tests of applications. Say what is to be answered, refused destinations included; whatever was not
/// said is an empty list, as where nobody takes part in FIT-Connect.
/// </summary>
/// <example><code>
/// var router = new FakeDestinationRouter()
///     .Answer(service, place, FakeDestinationRouter.Verified(Guid.NewGuid(), "Steueramt"));
/// </code></example>
public sealed class FakeDestinationRouter : IDestinationRouter
{
    private readonly Dictionary<(LeikaKey, RegionKey), IReadOnlyList<Route>> _answers = [];
    private readonly List<RoutingArea> _areas = [];

    /// <summary>While it is set every question throws it.</summary>
    public AuthoritiesException? Fault { get; set; }

    /// <summary>A route that may be used.</summary>
    /// <param name="destination">Where applications go.</param>
    /// <param name="name">Name of the office.</param>
    public static Route Verified(Guid destination, string name) => new()
    {
        Name = name,
        Destination = new SignedDestination.Verified(destination, "submission.fit-connect.example", "https://issuer.example", DateTimeOffset.UnixEpoch),
    };

    /// <summary>A route that must not be used.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="name">Name of the office.</param>
    public static Route Refused(DestinationRefusal reason, string name) => new() { Name = name, Destination = new SignedDestination.Refused(reason, null) };

    /// <summary>Says what is to be answered for a service in an area.</summary>
    public FakeDestinationRouter Answer(LeikaKey service, RegionKey area, params IReadOnlyList<Route> routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        _answers[(service, area.Shortest)] = routes;
        return this;
    }

    /// <summary>Adds an area that can be found.</summary>
    public FakeDestinationRouter Add(RoutingArea area)
    {
        ArgumentNullException.ThrowIfNull(area);
        _areas.Add(area);
        return this;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Route>> FindRoutesAsync(LeikaKey service, RegionKey area, CancellationToken cancellationToken = default)
    {
        ThrowIfStopped(cancellationToken);
        ThrowIfEmpty(service.IsEmpty || area.IsEmpty);
        return Task.FromResult(_answers.GetValueOrDefault((service, area.Shortest)) ?? []);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Route>> FindRoutesAsync(LeikaKey service, MunicipalityKey municipality, CancellationToken cancellationToken = default)
    {
        ThrowIfStopped(cancellationToken);
        ThrowIfEmpty(service.IsEmpty || municipality.IsEmpty);
        var found = _answers.Where(answer => answer.Key.Item1 == service && RegionKey.Parse(answer.Key.Item2.ToString("P", null)).Municipality == municipality);
        return Task.FromResult<IReadOnlyList<Route>>([.. found.SelectMany(answer => answer.Value)]);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Route>> FindRoutesAsync(LeikaKey service, AreaId area, RegionKey place, CancellationToken cancellationToken = default)
    {
        ThrowIfEmpty(area.IsEmpty);
        return FindRoutesAsync(service, place, cancellationToken);
    }

    /// <summary>The added areas whose names hold all expressions, their <c>*</c> left out.</summary>
    /// <param name="expressions">What is looked for.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    public Task<IReadOnlyList<RoutingArea>> FindAreasAsync(IReadOnlyCollection<string> expressions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        ThrowIfStopped(cancellationToken);
        return Task.FromResult<IReadOnlyList<RoutingArea>>(
            [.. _areas.Where(area => expressions.All(expression => area.Name.Contains(expression.Trim('*'), StringComparison.OrdinalIgnoreCase)))]);
    }

    /// <inheritdoc/>
    public Task<RoutingInfo> GetInfoAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfStopped(cancellationToken);
        return Task.FromResult(new RoutingInfo(new Version(2, 0, 0)));
    }

    private static void ThrowIfEmpty(bool isEmpty)
    {
        if (isEmpty)
            throw new ArgumentException("A key is empty: it was never set.");
    }

    private void ThrowIfStopped(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Fault is not null)
            throw Fault;
    }
}
