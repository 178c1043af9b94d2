using System.Net;
using System.Net.Sockets;

namespace BaseComponents.Sandbox.Internal;

/// <summary>
/// The three ports of a Sandbox. They are part of the settings, so they must be known before anything listens; they are held from then on,
/// since making keys takes seconds in which a port that was only looked up would be taken by somebody else.
/// </summary>
internal sealed class SandboxPorts : IDisposable
{
    private const int Backlog = 512;
    private readonly List<Socket> _open = [];

    /// <summary>Opens all three, or none.</summary>
    /// <exception cref="IOException">A port is taken.</exception>
    public SandboxPorts(SandboxOptions options)
    {
        try
        {
            (Http, Https, Smtp) = (Open(options.HttpPort), Open(options.HttpsPort), Open(options.SmtpPort));
            (HttpNumber, HttpsNumber, SmtpNumber) = (NumberOf(Http), NumberOf(Https), NumberOf(Smtp));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public Socket Http { get; }

    public Socket Https { get; }

    public Socket Smtp { get; }

    // Read once: requests that are still being answered while everything ends ask for them too.
    public int HttpNumber { get; }

    public int HttpsNumber { get; }

    public int SmtpNumber { get; }

    /// <summary>The open socket for an address that the web server wants to listen on.</summary>
    public Socket For(EndPoint address) => _open.Single(socket => socket.LocalEndPoint!.Equals(address));

    public void Dispose()
    {
        foreach (var socket in _open)
            socket.Dispose();
    }

    private static int NumberOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;

    private Socket Open(int port)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _open.Add(socket);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            // At once: Linux lets two sockets have the same port as long as neither listens.
            socket.Listen(Backlog);
            return socket;
        }
        catch (SocketException exception)
        {
            throw new IOException($"Port {port} of this machine cannot be opened ({exception.SocketErrorCode}).", exception);
        }
    }
}
