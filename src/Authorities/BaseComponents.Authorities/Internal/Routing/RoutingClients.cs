namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>Names of the clients of one router.</summary>
internal static class RoutingClients
{
    public static string Routes(string registration) => $"BaseComponents.Authorities.Routing:{registration}";

    public static string Keys(string registration) => $"BaseComponents.Authorities.Routing.Keys:{registration}";
}
