using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>A proxy behind which every host is one port of this machine: so a test can have a broker that is elsewhere.</summary>
internal sealed class TunnelProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly int _target;
    private readonly Task _accepting;

    private TunnelProxy(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public static TunnelProxy Start(int target) => new(target);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var tunnels = new List<Task>();
        while (!_stopping.IsCancellationRequested)
            tunnels.Add(TunnelAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
        await Task.WhenAll(tunnels);
    }

    private async Task TunnelAsync(TcpClient client)
    {
        using (client)
        using (var target = new TcpClient())
        {
            var near = client.GetStream();
            using (var head = new StreamReader(near, Encoding.ASCII, leaveOpen: true))
            {
                while (!string.IsNullOrEmpty(await head.ReadLineAsync(_stopping.Token)))
                {
                }
            }

            await target.ConnectAsync(IPAddress.Loopback, _target, _stopping.Token);
            await near.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), _stopping.Token);
            var far = target.GetStream();
            await Task.WhenAny(near.CopyToAsync(far, _stopping.Token), far.CopyToAsync(near, _stopping.Token));
        }
    }
}
