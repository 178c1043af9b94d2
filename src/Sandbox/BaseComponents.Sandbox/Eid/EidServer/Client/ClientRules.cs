using System.Net;

namespace BaseComponents.Sandbox.Eid.EidServer.Client;

/// <summary>Addresses that an eID-Client takes: https, and for applications in development on this machine also http.</summary>
internal static class ClientRules
{
    public static bool IsAllowed(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLoopback(address));

    /// <summary>The Sandbox itself asks nobody but this machine.</summary>
    public static bool IsLoopback(Uri address) =>
        address.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.IdnHost, out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>The rule of the same origin (TR-03124-1, section 2.7): scheme, name and port.</summary>
    public static bool IsSameOrigin(Uri one, Uri other) => Origin(one) == Origin(other);

    public static string Origin(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.StrongPort, UriFormat.UriEscaped).ToLowerInvariant();
}
