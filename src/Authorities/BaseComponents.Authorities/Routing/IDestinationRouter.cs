using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Routing;

/// <summary>
/// Asks the FIT-Connect routing service where applications for a service at a place go, and checks the signature of each answer. It knows
/// only offices that take part in FIT-Connect: who is competent says <see cref="IAuthorityDirectory"/>.
/// </summary>
/// <remarks>Routingdienst.</remarks>
public interface IDestinationRouter
{
    /// <summary>All destinations for a service in an area.</summary>
    /// <param name="service">Key of the service.</param>
    /// <param name="area">The area; the signatures must be for it or one around it.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    /// <returns>Empty where nobody there takes applications for it over FIT-Connect.</returns>
    /// <exception cref="ArgumentException">A key is empty.</exception>
    /// <exception cref="AuthoritiesException">The routing service does not answer, or not as it should.</exception>
    Task<IReadOnlyList<Route>> FindRoutesAsync(LeikaKey service, RegionKey area, CancellationToken cancellationToken = default);

    /// <summary>
    /// All destinations for a service in a municipality. Its key does not tell the association: a signature for an association is refused, ask
    /// by region key then.
    /// </summary>
    /// <inheritdoc cref="FindRoutesAsync(LeikaKey, RegionKey, CancellationToken)"/>
    /// <param name="service">Key of the service.</param>
    /// <param name="municipality">The municipality.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    Task<IReadOnlyList<Route>> FindRoutesAsync(LeikaKey service, MunicipalityKey municipality, CancellationToken cancellationToken = default);

    /// <summary>All destinations for a service in an area that the routing service numbers.</summary>
    /// <inheritdoc cref="FindRoutesAsync(LeikaKey, RegionKey, CancellationToken)"/>
    /// <param name="service">Key of the service.</param>
    /// <param name="area">The number.</param>
    /// <param name="place">Where that is. The number does not say it, and the signatures are checked against it.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    Task<IReadOnlyList<Route>> FindRoutesAsync(LeikaKey service, AreaId area, RegionKey place, CancellationToken cancellationToken = default);

    /// <summary>The areas to which all expressions apply.</summary>
    /// <param name="expressions">One to ten names or postal codes of at least two characters, <c>*</c> at either end or between for anything.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    /// <returns>Empty where there is none.</returns>
    /// <exception cref="ArgumentException">There is no expression, too many, or one that the service would refuse.</exception>
    /// <exception cref="AuthoritiesException">The routing service does not answer, or not as it should.</exception>
    Task<IReadOnlyList<RoutingArea>> FindAreasAsync(IReadOnlyCollection<string> expressions, CancellationToken cancellationToken = default);

    /// <summary>Which version the service has: a way to see that it is there.</summary>
    /// <param name="cancellationToken">Stops the question.</param>
    /// <exception cref="AuthoritiesException">The routing service does not answer, or not as it should.</exception>
    Task<RoutingInfo> GetInfoAsync(CancellationToken cancellationToken = default);
}
