namespace BaseComponents.Authorities.Routing;

/// <summary>Which version of the routing service's interface is spoken.</summary>
public enum RoutingVersion
{
    /// <summary>The version before: routes also carry parameters of the destination, with a signature of their own.</summary>
    V1,

    /// <summary>2.x.</summary>
    V2,
}
