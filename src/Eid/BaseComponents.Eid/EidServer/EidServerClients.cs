using BaseComponents.Eid.Internal.EidServer;

namespace BaseComponents.Eid.EidServer;

/// <summary>Makes clients of eID servers.</summary>
public static class EidServerClients
{
    /// <summary>A client of one server. Keep it: it remembers the answers it has seen, so that none counts twice.</summary>
    /// <param name="connection">The server.</param>
    /// <param name="http">Presents the TLS client certificate, trusts the server's root, follows no redirect. Its lifetime is the caller's.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="EidException"><c>eid.server-configuration</c>: an address that is not https, a key that is too short or missing, a duration out of range.</exception>
    public static IEidServerClient Create(EidServerConnection connection, HttpClient http, TimeProvider clock)
    {
        ConnectionRules.Require(connection);
        return new EidServerClient(connection, http, clock);
    }
}
