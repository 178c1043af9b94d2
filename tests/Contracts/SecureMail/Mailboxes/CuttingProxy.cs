using System.Net;
using System.Net.Sockets;

namespace BaseComponents.Tests.Contracts.SecureMail.Mailboxes;

/// <summary>Stands between client and server and cuts connections: all of them, or each of the next ones after so many octets from the server.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _target;
    private readonly List<TcpClient> _open = [];
    private int _cuts;
    private long _after;

    public CuttingProxy(int target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections { get; private set; }

    public void CutNext(int connections, long after) => (_cuts, _after) = (connections, after);

    public void CutAll()
    {
        lock (_open)
        {
            _open.ForEach(client => client.Dispose());
            _open.Clear();
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        CutAll();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ForwardAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ForwardAsync(TcpClient client)
    {
        using var server = new TcpClient();
        Connections++;
        lock (_open)
            _open.AddRange([client, server]);
        await server.ConnectAsync(IPAddress.Loopback, _target);
        var limit = Interlocked.Decrement(ref _cuts) >= 0 ? _after : long.MaxValue;
        await Task.WhenAny(CopyAsync(client.GetStream(), server.GetStream(), long.MaxValue), CopyAsync(server.GetStream(), client.GetStream(), limit));
        client.Dispose();
    }

    private static async Task CopyAsync(NetworkStream from, NetworkStream to, long limit)
    {
        var piece = new byte[16 * 1024];
        try
        {
            for (var total = 0L; total < limit;)
            {
                var count = await from.ReadAsync(piece);
                if (count == 0)
                    return;
                total += count;
                await to.WriteAsync(piece.AsMemory(0, count));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // Cut.
        }
    }
}
