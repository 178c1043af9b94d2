using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DogLicence.Walkthrough;

/// <summary>Ports that nobody listens on at the moment.</summary>
public static class FreePort
{
    public static string Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
