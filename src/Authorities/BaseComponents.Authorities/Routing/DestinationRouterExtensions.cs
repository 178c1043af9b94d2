using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Routing;

/// <summary>Brings the routing service and the directory together.</summary>
public static class DestinationRouterExtensions
{
    /// <summary>
    /// Looks up the destination that the directory named for an office (<see cref="Office.Destination"/>), whose data is not signed by those
    /// who sign destinations.
    /// </summary>
    /// <param name="router">The routing service.</param>
    /// <param name="service">The service that the directory was asked for.</param>
    /// <param name="area">The municipality that the directory was asked for.</param>
    /// <param name="destination">The destination that the directory named.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    /// <returns>Its route, refused or verified; none where the routing service does not name it: then nothing may be sent there.</returns>
    /// <exception cref="ArgumentException">A key is empty.</exception>
    /// <exception cref="AuthoritiesException">The routing service does not answer, or not as it should.</exception>
    public static async Task<Route?> FindRouteAsync(this IDestinationRouter router, LeikaKey service, RegionKey area, Guid destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(router);
        var routes = await router.FindRoutesAsync(service, area, cancellationToken).ConfigureAwait(false);
        return routes.FirstOrDefault(route => route.Destination is SignedDestination.Verified verified && verified.Id == destination)
            ?? routes.FirstOrDefault(route => route.Destination is SignedDestination.Refused refused && refused.Claimed == destination);
    }
}
