namespace BaseComponents.Authorities.Routing;

/// <summary>An area that the routing service knows.</summary>
/// <param name="Id">Its number there.</param>
/// <param name="Name">Its name, such as <c>Freiberg</c>.</param>
/// <param name="Kind">What it is, in the service's words, such as <c>Kreisfreie Stadt</c>.</param>
/// <remarks>Gebiet.</remarks>
public sealed record RoutingArea(AreaId Id, string Name, string Kind);
