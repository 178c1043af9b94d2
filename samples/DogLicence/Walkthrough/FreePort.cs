using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace DogLicence.Walkthrough;

/// <summary>Ports that nobody listens on at the moment, below those that the operating system gives to connections: one that was free stays free. None is given out twice.</summary>
public static class FreePort
{
    private static readonly ConcurrentDictionary<int, bool> GivenOut = new();

    public static string Next()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(20_000, 32_000);
            if (!GivenOut.TryAdd(port, true))
                continue;
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port.ToString(CultureInfo.InvariantCulture);
            }
            catch (SocketException)
            {
                // Taken: try another one.
            }
        }
    }
}
