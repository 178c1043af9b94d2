namespace BaseComponents.Authorities.Routing;

/// <summary>What the routing service says of itself.</summary>
/// <param name="Version">Version of its interface.</param>
public sealed record RoutingInfo(Version Version);
